package org.linli.portal.shop;

/** Where a redemption stands. It leaves RESERVED once, one way; the points go with it. */
public enum RedemptionStatus {
    /** Points held, pieces reserved, waiting to be fetched. */
    RESERVED,
    PICKED_UP,
    CANCELLED,
    EXPIRED
}
