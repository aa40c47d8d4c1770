package org.linli.portal.activities;

/** What became of a date. */
public enum ActivityStatus {
    PLANNED,
    FINISHED,
    CANCELLED
}
