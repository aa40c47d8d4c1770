package org.linli.portal.orders.domain;

/** Parts of a flow; TRIAGE and ASSESS are optional. */
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
