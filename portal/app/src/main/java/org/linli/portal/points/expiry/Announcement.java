package org.linli.portal.points.expiry;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Points that somebody was told will expire.
 *
 * @param id identifier; the source of the posting
 * @param owner whose points
 * @param dueOn the day of the policy
 * @param cutoff what was earned before it is too old
 * @param amount the most that expires, hundredths of a point
 * @param expiresOn the day on which it happens
 */
public record Announcement(long id, Owner owner, LocalDate dueOn, Instant cutoff, long amount, LocalDate expiresOn) {
    /** An account and its person. */
    public record Owner(long communityId, long accountId, long personId) {}
}
