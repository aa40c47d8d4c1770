package org.linli.portal.points.nomination;

import java.time.Instant;

/**
 * Why somebody thinks that a nomination is wrong.
 *
 * @param raisedBy who
 * @param answer of the administrator, empty before
 */
public record Objection(
        long id, long nominationId, long raisedBy, Instant raisedAt, String reason, Status status, String answer) {
    /** What became of it. */
    public enum Status {
        OPEN,
        UPHELD,
        DISMISSED
    }
}
