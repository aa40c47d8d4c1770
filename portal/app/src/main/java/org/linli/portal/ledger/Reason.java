package org.linli.portal.ledger;

/** Why points moved. Together with the source's id it names a fact, and a fact is posted once. */
public enum Reason {
    /** Earned by service; source: the service record. */
    SERVICE,
    /** 好人好事, given by the community; source: the award. */
    AWARD,
    /** Granted by a service brand; source: the brand's grant. */
    BRAND,
    /** Reserved for something; source: the hold. */
    HOLD,
    /** The reserved points were spent; source: the hold. */
    CAPTURE,
    /** The reserved points came back; source: the hold. */
    RELEASE,
    /** A mistake was taken back; source: the transaction that was wrong. */
    REVERSAL,
    /** 好人好事 or 典型推荐, nominated, approved and announced; source: the nomination. */
    NOMINATION,
    /** Given away, through the pool or into it; source: the donation. */
    DONATION,
    /** Received from a donor or from the pool; source: the donation or the grant. */
    GIFT,
    /** Lost by age as the community's policy says; source: the announcement of it. */
    EXPIRY,
    /** Goods that back the points came, left or changed their price; source: that change. */
    STOCK;

    /** Whether such a transaction may be reversed: holds are settled, and a reversal stays. */
    public boolean isReversible() {
        return this == SERVICE || this == AWARD || this == BRAND || this == NOMINATION;
    }
}
