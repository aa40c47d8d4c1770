package org.linli.portal.orders.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OfferView;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.ServiceDesk;
import org.linli.portal.orders.TaskView;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.web.PageMessages;

/** A volunteer's orders: what they are asked for, what they have accepted, what they have done. */
@Named("tasks")
@ViewScoped
public class TasksView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> PARTS = Set.of("offers", "mine", "done");
    private static final int REASONS = 4;
    private static final Window MANY = new Window(Long.MAX_VALUE, 100);

    private final OrderQueries queries;
    private final ServiceDesk desk;
    private final OrderWords words;
    private final PageMessages messages;
    private @Nullable String show;
    private @Nullable String cursor;
    private transient @Nullable List<Offer> offers;
    private transient @Nullable List<TaskView> running;
    private transient @Nullable Page<TaskView> done;

    @Inject
    public TasksView(OrderQueries queries, ServiceDesk desk, OrderWords words, PageMessages messages) {
        this.queries = queries;
        this.desk = desk;
        this.words = words;
        this.messages = messages;
    }

    /** What the volunteer is asked for, with all that is known before the answer. */
    public record Offer(TaskView task, OrderDetail detail) {}

    /** Without a wish the offers are shown, or the running orders when there are no offers. */
    public void open() {
        if (show == null || !PARTS.contains(show)) {
            show = getOffers().isEmpty() && !getRunning().isEmpty() ? "mine" : "offers";
        }
    }

    public boolean showing(String part) {
        return part.equals(show);
    }

    public List<Offer> getOffers() {
        if (offers == null) {
            offers = queries.offers().stream()
                    .map(task -> new Offer(task, queries.detail(task.order().id())))
                    .toList();
        }
        return offers;
    }

    public List<TaskView> getRunning() {
        if (running == null) {
            running = queries.assignments(true, MANY).items();
        }
        return running;
    }

    public Page<TaskView> getDone() {
        if (done == null) {
            done = queries.assignments(false, Window.of(cursor, null));
        }
        return done;
    }

    public String getNextHref() {
        String next = getDone().nextCursor();
        return next == null ? "" : "tasks.xhtml?show=done&cursor=" + next;
    }

    /** What spoke for the volunteer in this offer. */
    public List<String> reasons(Offer offer) {
        OfferView mine = offer.detail().openOffer();
        return mine == null ? List.of() : words.reasons(mine.reasons(), false);
    }

    /** Accepts the order that the button names; the page goes on to the task. */
    public String accept() {
        long orderId = named("order");
        offers = null;
        desk.accept(OrderRef.latest(orderId));
        messages.done("orders.page.tasks.accepted");
        return "/task.xhtml?order=" + orderId + "&faces-redirect=true";
    }

    /** Says no to the offer that the button names, with one of the usual reasons. */
    public String decline(String reason) {
        long orderId = named("order");
        offers = null;
        desk.decline(OrderRef.latest(orderId), named("dispatch"), reason);
        messages.done("orders.page.tasks.declined");
        return "/tasks.xhtml?show=offers&faces-redirect=true";
    }

    /** An id sent by the button itself: the list may have changed since it was shown. */
    private static long named(String parameter) {
        return Id.ofPath(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault(parameter, "0"));
    }

    /** Usual reasons to say no, as the dispatcher will read them. */
    public List<String> getDeclineReasons() {
        return IntStream.rangeClosed(1, REASONS)
                .mapToObj(i -> words.say("tasks.decline." + i))
                .toList();
    }

    public @Nullable String getShow() {
        return show;
    }

    public void setShow(@Nullable String show) {
        this.show = show;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
