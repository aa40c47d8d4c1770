package org.linli.portal.hours;

/** Where the correction of a service record stands. */
public enum CorrectionStatus {
    /** The volunteer has asked for it; an administrator decides. */
    ASKED,
    /** An administrator stands behind it; a second person confirms. */
    APPROVED,
    /** Confirmed: the record is reversed and, unless it became nothing, replaced. */
    DONE,
    /** Refused, by the first or by the second. */
    REFUSED,
    /** Taken back by whoever asked. */
    WITHDRAWN;

    /** Whether nothing follows. */
    public boolean isOver() {
        return this != ASKED && this != APPROVED;
    }
}
