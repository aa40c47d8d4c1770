package org.linli.portal.points.rule;

import java.time.Instant;

/**
 * The draft of a community's next edition.
 *
 * @param communityId whose
 * @param book what it says so far
 * @param changedBy who changed it last
 * @param changedAt when
 * @param version for updates
 */
public record RuleDraft(long communityId, RuleBook book, long changedBy, Instant changedAt, long version) {}
