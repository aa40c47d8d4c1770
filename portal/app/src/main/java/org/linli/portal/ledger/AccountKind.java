package org.linli.portal.ledger;

/** What an account is for. Only a MEMBER has an owner and a balance row; the others belong to the community. */
public enum AccountKind {
    /** What a person may spend. Never below zero. */
    MEMBER,
    /** Where points come from: minus everything that was ever issued. */
    ISSUANCE,
    /** Reserved for redemptions that have not been picked up. */
    HELD,
    /** Paid for goods that were picked up. */
    REDEEMED,
    /** Lost by age. */
    EXPIRED,
    /** What the goods of the shop are worth. */
    RESERVE,
    /** The other side of {@link #RESERVE}: minus the goods that came, plus those that left. */
    ADJUSTMENT,
    /** Given to the community by members, for persons in need. */
    POOL
}
