package org.linli.portal.orders.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.linli.portal.orders.OrderAction;

/** Icon and colour of each line of a timeline. */
@Named
@ApplicationScoped
public class EventLook {
    /** Name of the icon. */
    public String icon(OrderAction action) {
        return switch (action) {
            case PLACE -> "clipboard";
            case TRIAGE -> "filter";
            case OFFER -> "send";
            case DECLINE, CANCEL -> "x-circle";
            case LAPSE, EXPIRE -> "clock";
            case WITHDRAW, RELEASE, REOPEN -> "undo";
            case ACCEPT -> "hand-heart";
            case CHECK_IN -> "play";
            case COMPLETE -> "check";
            case REVIEW -> "star";
            case ASSESS -> "certificate";
            case CLOSE -> "check-circle";
            case ESCALATE -> "alert";
        };
    }

    /** Tone of the mark, as of a badge. */
    public String tone(OrderAction action) {
        return switch (action) {
            case PLACE, TRIAGE, OFFER, ACCEPT, CHECK_IN -> "primary";
            case COMPLETE, REVIEW, ASSESS, CLOSE -> "success";
            case DECLINE, LAPSE, WITHDRAW, RELEASE, REOPEN, ESCALATE -> "warning";
            case CANCEL, EXPIRE -> "danger";
        };
    }
}
