package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.PlacingDesk;
import org.linli.portal.orders.ServiceDesk;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.web.PageMessages;

/** Stops an order from the board, with a reason: takes it from its volunteer, or cancels it. */
@Named
@RequestScoped
public class BoardStop {
    private static final int MAX_REASON = 300;

    private final ServiceDesk serving;
    private final PlacingDesk placing;
    private final PageMessages messages;
    private @Nullable String reason;

    @Inject
    public BoardStop(ServiceDesk serving, PlacingDesk placing, PageMessages messages) {
        this.serving = serving;
        this.placing = placing;
        this.messages = messages;
    }

    /** Back to the queue, to ask somebody else. */
    public String release(OrderDetail shown) {
        serving.release(seen(shown), reason);
        return done(shown, "board.released");
    }

    /** Cancels it; whoever stops an order for others says why. */
    public String cancel(OrderDetail shown) {
        new Violations().requiredText(reason, "reason", MAX_REASON).throwIfAny();
        placing.cancel(seen(shown), reason);
        return done(shown, "cancel.done");
    }

    private static OrderRef seen(OrderDetail shown) {
        return new OrderRef(shown.order().id(), shown.order().version());
    }

    private String done(OrderDetail shown, String what) {
        messages.done("orders.page." + what);
        return "/dispatch.xhtml?order=" + shown.order().id() + "&faces-redirect=true";
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
