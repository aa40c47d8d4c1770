package org.linli.portal.orders.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.PlacingDesk;
import org.linli.portal.orders.ReviewDesk;
import org.linli.portal.orders.ReviewService;
import org.linli.portal.platform.web.PageMessages;

/** What a resident does to an order on its page: cancel it, confirm and rate it. */
@Named
@ViewScoped
public class OrderActions implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int REASONS = 4;

    private final PlacingDesk placing;
    private final ReviewDesk reviewing;
    private final OrderWords words;
    private final PageMessages messages;
    private @Nullable String reason;
    private @Nullable Integer rating;
    private @Nullable Integer minutes;
    private @Nullable String comment;

    @Inject
    public OrderActions(PlacingDesk placing, ReviewDesk reviewing, OrderWords words, PageMessages messages) {
        this.placing = placing;
        this.reviewing = reviewing;
        this.words = words;
        this.messages = messages;
    }

    /** Begins the review with the minutes that the volunteer claims. */
    public void prepare(OrderDetail shown) {
        minutes = shown.service() == null ? null : shown.service().claimedMinutes();
    }

    /** Cancels the order as it was shown: what was said of the consequences must still be true. */
    public String cancel(OrderDetail shown) {
        long id = shown.order().id();
        placing.cancel(new OrderRef(id, shown.order().version()), reason);
        messages.done("orders.page.cancel.done");
        return page(id);
    }

    /** Confirms the minutes and rates. */
    public String review(long orderId) {
        reviewing.review(new ReviewService(OrderRef.latest(orderId), rating, comment, minutes));
        messages.done("orders.page.review.done");
        return page(orderId);
    }

    /** Usual reasons, as they will stand on the timeline. */
    public List<String> getCancelReasons() {
        return Stream.concat(
                        IntStream.rangeClosed(1, REASONS).mapToObj(i -> words.say("cancel.reason." + i)),
                        Stream.of(words.say("cancel.reason.other")))
                .toList();
    }

    /** Five to one. */
    public List<Integer> getRatings() {
        return List.of(5, 4, 3, 2, 1);
    }

    private static String page(long orderId) {
        return "/order-detail.xhtml?id=" + orderId + "&faces-redirect=true";
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable Integer getRating() {
        return rating;
    }

    public void setRating(@Nullable Integer rating) {
        this.rating = rating;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
