package org.linli.portal.hours;

/** Where a back-entry stands. */
public enum BackEntryStatus {
    /** Entered by staff; a second person approves or refuses. */
    ENTERED,
    /** Announced to the community, nobody objects. */
    ANNOUNCED,
    /** Somebody objects; an administrator decides. */
    OBJECTED,
    /** The announcement is over: it is in the time record. */
    COUNTED,
    /** Refused by the second person, after an objection, or by the portal because it overlaps another service. */
    REFUSED,
    /** Taken back by whoever entered it. */
    WITHDRAWN;

    /** Whether nothing follows. */
    public boolean isOver() {
        return this == COUNTED || this == REFUSED || this == WITHDRAWN;
    }
}
