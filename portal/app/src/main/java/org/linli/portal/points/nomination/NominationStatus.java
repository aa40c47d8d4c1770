package org.linli.portal.points.nomination;

/** Where a nomination stands. */
public enum NominationStatus {
    /** Waits for somebody to second it. */
    NOMINATED,
    /** The panel votes. */
    SECONDED,
    /** Announced: objections are open. */
    ANNOUNCED,
    /** The points are paid. */
    PAID,
    /** The panel did not agree. */
    REJECTED,
    /** Taken back by who nominated. */
    WITHDRAWN,
    /** An objection was upheld. */
    OVERTURNED;

    /** Whether nothing follows. */
    public boolean isOver() {
        return this == PAID || this == REJECTED || this == WITHDRAWN || this == OVERTURNED;
    }
}
