package org.linli.portal.orders;

/** What is done to an order; each leaves a line on its timeline. */
public enum OrderAction {
    PLACE,
    TRIAGE,
    OFFER,
    DECLINE,
    /** An offer's time ran out. */
    LAPSE,
    /** The dispatcher takes an offer back. */
    WITHDRAW,
    ACCEPT,
    /** The volunteer gives the order back before the start, or the dispatcher takes it from them. */
    RELEASE,
    CHECK_IN,
    COMPLETE,
    /** A step of the brand found that the service is not good yet. */
    REOPEN,
    REVIEW,
    ASSESS,
    CLOSE,
    CANCEL,
    /** Nobody served in the wanted time. */
    EXPIRE,
    /** A time limit passed: the parent unit is told. */
    ESCALATE
}
