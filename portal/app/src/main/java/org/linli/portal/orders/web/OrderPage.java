package org.linli.portal.orders.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.TimelineLine;

/** One order, for all who may see it; what each sees and may do is the desk's word. */
@Named
@ViewScoped
public class OrderPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final OrderQueries queries;
    private final OrderWords words;
    private long id;
    private boolean justPlaced;
    private transient @Nullable OrderDetail detail;

    @Inject
    public OrderPage(OrderQueries queries, OrderWords words) {
        this.queries = queries;
        this.words = words;
    }

    /** Reads the order; 404 when it does not concern the viewer. */
    public void open() {
        detail = queries.detail(id);
    }

    public OrderDetail getDetail() {
        if (detail == null) {
            open();
        }
        return Objects.requireNonNull(detail);
    }

    public OrderSummary getOrder() {
        return getDetail().order();
    }

    /** The timeline, the latest first. */
    public List<TimelineLine> getEvents() {
        List<TimelineLine> lines = new ArrayList<>(queries.timeline(id));
        Collections.reverse(lines);
        return lines;
    }

    /** Name of whoever did it; the portal itself when nobody. */
    public String who(TimelineLine line) {
        return line.actorName() == null ? words.say("detail.portal") : line.actorName();
    }

    /** Key of the sentence that says how things stand; empty when the page says it otherwise. */
    public String getHint() {
        OrderStatus status = getOrder().status();
        boolean asked = status == OrderStatus.COMPLETED && getDetail().may("REVIEW");
        boolean shown = status == OrderStatus.ACCEPTED && getDetail().checkInCode() != null;
        boolean done = status == OrderStatus.REVIEWED || status == OrderStatus.ASSESSED || status == OrderStatus.CLOSED;
        if (asked || shown || done) {
            return "";
        }
        return getOrder().escalated() ? "escalated" : status.name();
    }

    public String getHintTone() {
        return switch (getOrder().status()) {
            case CANCELLED, EXPIRED -> "warning";
            case ACCEPTED, IN_SERVICE -> "success";
            default -> getOrder().escalated() ? "warning" : "info";
        };
    }

    /** Whether the viewer works on the queue in which the order waits. */
    public boolean isForBoard() {
        OrderDetail shown = getDetail();
        return shown.isParty("DISPATCHER")
                && !shown.order().status().isServed()
                && !shown.order().status().isFinal();
    }

    /** Whether the viewer has something to do in the order as a volunteer. */
    public boolean isForTask() {
        OrderDetail shown = getDetail();
        boolean doing = shown.may("CHECK_IN") || shown.may("COMPLETE");
        return shown.may("ACCEPT") || (doing && shown.isParty("ASSIGNEE"));
    }

    /** Whether the viewer may order the same again. */
    public boolean isForAgain() {
        OrderDetail shown = getDetail();
        boolean theirs = shown.isParty("PRINCIPAL") || shown.isParty("PLACER");
        return theirs
                && (shown.order().status().isServed() || shown.order().status().isFinal());
    }

    /** Five places, true for each star given; empty without a rating. */
    public List<Boolean> getStars() {
        Integer rating = rating();
        return rating == null
                ? List.of()
                : IntStream.rangeClosed(1, 5).mapToObj(i -> i <= rating).toList();
    }

    /** The rating in a word. */
    public String getRatingWord() {
        Integer rating = rating();
        return words.say(rating == null ? "stars.none" : "rating." + rating);
    }

    private @Nullable Integer rating() {
        var service = getDetail().service();
        return service == null || service.review() == null
                ? null
                : service.review().rating();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public boolean isJustPlaced() {
        return justPlaced;
    }

    public void setJustPlaced(boolean justPlaced) {
        this.justPlaced = justPlaced;
    }
}
