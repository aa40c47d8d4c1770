package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.orders.OrderQueries;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** 升级的订单: orders of the supervisor's communities that took too long. */
@Named("escalated")
@RequestScoped
public class EscalatedView {
    private final OrderQueries queries;
    private final OrderWords words;
    private final OrgTree tree;
    private @Nullable String cursor;
    private Page<OrderSummary> page = new Page<>(List.of(), null);

    @Inject
    public EscalatedView(OrderQueries queries, OrderWords words, OrgTree tree) {
        this.queries = queries;
        this.words = words;
        this.tree = tree;
    }

    /** Reads the rows asked for. */
    public void open() {
        page = queries.escalated(Window.of(cursor, null));
    }

    public List<OrderSummary> getRows() {
        return page.items();
    }

    /** Address of the rows that follow; empty at the end. */
    public String getNextHref() {
        String next = page.nextCursor();
        return next == null ? "" : "escalated.xhtml?cursor=" + next;
    }

    /** Which community it is for, and when it is wanted. */
    public String meta(OrderSummary order) {
        String community = tree.find(order.communityId()).map(OrgUnitView::name).orElse("");
        return community + " · " + words.window(order);
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
