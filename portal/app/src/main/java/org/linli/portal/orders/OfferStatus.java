package org.linli.portal.orders;

/** What became of an offer (派单). */
public enum OfferStatus {
    OFFERED,
    ACCEPTED,
    DECLINED,
    /** Not answered in time. */
    LAPSED,
    /** Taken back, or somebody else was faster. */
    WITHDRAWN
}
