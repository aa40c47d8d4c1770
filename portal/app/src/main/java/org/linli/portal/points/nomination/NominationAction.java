package org.linli.portal.points.nomination;

/** What is done to a nomination. */
public enum NominationAction {
    SECOND,
    /** A member of the panel says yes or no; others are still to vote. */
    VOTE,
    /** The vote that makes the panel agree. */
    APPROVE,
    /** The vote that makes the panel refuse. */
    REJECT,
    WITHDRAW,
    OBJECT,
    DISMISS,
    UPHOLD,
    PAY
}
