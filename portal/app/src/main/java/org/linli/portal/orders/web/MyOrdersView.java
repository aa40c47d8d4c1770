package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.BrandOrderQueries;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** 我的点单: what the viewer needs or placed for others, still under way or finished. */
@Named("myOrders")
@RequestScoped
public class MyOrdersView {
    private static final String FINISHED = "finished";
    private static final Set<OrderStatus> ENDED = EnumSet.complementOf(EnumSet.copyOf(OrderStatus.OPEN));

    private final OrderQueries queries;
    private final BrandOrderQueries brandOrders;
    private final OrderWords words;
    private final Caller caller;
    private @Nullable String show;
    private @Nullable String cursor;
    private Page<OrderSummary> page = new Page<>(List.of(), null);
    private Set<Long> inSteps = Set.of();

    @Inject
    public MyOrdersView(OrderQueries queries, BrandOrderQueries brandOrders, OrderWords words, Caller caller) {
        this.caller = caller;
        this.queries = queries;
        this.brandOrders = brandOrders;
        this.words = words;
    }

    /** Reads the rows asked for. */
    public void open() {
        page = queries.mine(isFinished() ? ENDED : OrderStatus.OPEN, Window.of(cursor, null));
        inSteps = brandOrders.inSteps(page.items());
    }

    /** Whether it waits for a step of its brand: its status alone would ask for a review. */
    public boolean isInStep(OrderSummary order) {
        return inSteps.contains(order.id());
    }

    public boolean isFinished() {
        return FINISHED.equals(show);
    }

    public List<OrderSummary> getRows() {
        return page.items();
    }

    /** Address of the rows that follow; empty at the end. */
    public String getNextHref() {
        String next = page.nextCursor();
        return next == null ? "" : "orders.xhtml?cursor=" + next + (isFinished() ? "&show=" + FINISHED : "");
    }

    /** When, and for whom when it is not for the viewer. */
    public String meta(OrderSummary order) {
        String window = words.window(order);
        boolean mine = order.principalName().equals(caller.identity().name());
        return mine ? window : window + " · " + words.say("mine.for", order.principalName());
    }

    /** Who serves, as far as somebody does. */
    public String note(OrderSummary order) {
        return order.volunteerName() == null ? "" : words.say("mine.volunteer", order.volunteerName());
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
