package org.linli.portal.orders.domain;

/**
 * Parts of a flow. TRIAGE and ASSESS are optional; flows of brands may also do without START (whoever accepts just
 * begins, without a code) and REVIEW (a step of the brand ends the service).
 */
public enum Stage {
    PLACE,
    TRIAGE,
    DISPATCH,
    /** A volunteer answers an offer. */
    ACCEPT,
    /** From acceptance to check-in; its limit runs from the end of the wanted window. */
    START,
    SERVE,
    REVIEW,
    ASSESS
}
