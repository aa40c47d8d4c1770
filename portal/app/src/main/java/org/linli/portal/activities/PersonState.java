package org.linli.portal.activities;

/** How somebody stands to a date. */
public enum PersonState {
    /** Is on it, put there by staff or a brand; needs no place. */
    ASSIGNED,
    SIGNED_UP,
    /** All places are taken; moves up when one becomes free. */
    WAITING,
    ATTENDED,
    ABSENT,
    /** Does not come after all. */
    WITHDRAWN;

    /** Whether they are expected, now or should a place become free. */
    public boolean isComing() {
        return this == ASSIGNED || this == SIGNED_UP || this == WAITING;
    }
}
