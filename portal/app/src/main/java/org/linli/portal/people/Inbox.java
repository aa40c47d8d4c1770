package org.linli.portal.people;

/** Where a person's notices lie; the feature notices, which stands above people, keeps it. */
public interface Inbox {
    /** How many notices the person has not read yet. */
    int unread(long personId);
}
