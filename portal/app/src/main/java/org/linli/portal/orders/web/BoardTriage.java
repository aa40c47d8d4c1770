package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Affair;
import org.linli.portal.orders.DispatchDesk;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.Severity;
import org.linli.portal.orders.TriageOrder;
import org.linli.portal.platform.web.PageMessages;

/** 三事分流 on the board, in flows that ask for it. */
@Named
@RequestScoped
public class BoardTriage {
    private final DispatchDesk desk;
    private final PageMessages messages;
    private @Nullable Affair affair;
    private @Nullable Severity severity = Severity.ORDINARY;

    @Inject
    public BoardTriage(DispatchDesk desk, PageMessages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    public String sort(long orderId) {
        desk.triage(new TriageOrder(OrderRef.latest(orderId), affair, severity, null));
        messages.done("orders.page.board.triaged");
        return "/dispatch.xhtml?order=" + orderId + "&faces-redirect=true";
    }

    public Affair[] getAffairs() {
        return Affair.values();
    }

    public Severity[] getSeverities() {
        return Severity.values();
    }

    public @Nullable Affair getAffair() {
        return affair;
    }

    public void setAffair(@Nullable Affair affair) {
        this.affair = affair;
    }

    public @Nullable Severity getSeverity() {
        return severity;
    }

    public void setSeverity(@Nullable Severity severity) {
        this.severity = severity;
    }
}
