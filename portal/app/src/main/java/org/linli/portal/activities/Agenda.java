package org.linli.portal.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;

/**
 * Which dates are asked for, in order of time.
 *
 * @param communityId null for the caller's own
 * @param from earliest begin
 * @param to latest begin, exclusive
 * @param kind null for all
 * @param mine only those to which the caller is expected or came
 */
public record Agenda(
        @Nullable Long communityId,
        Instant from,
        Instant to,
        @Nullable String kind,
        boolean mine) {

    /**
     * Behind which date a part of the list begins.
     *
     * @param startsAt its begin
     * @param id its id, as two may begin at once
     */
    public record Cursor(Instant startsAt, long id) {
        /** Before all. */
        public static final Cursor START = new Cursor(Instant.EPOCH, 0);

        /** As text. */
        public String text() {
            return Long.toString(startsAt.toEpochMilli(), 36) + "-" + Long.toString(id, 36);
        }

        /**
         * From its text; the start when there is none.
         *
         * @throws DomainException platform.bad-cursor
         */
        public static Cursor of(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return START;
            }
            String[] parts = text.split("-", -1);
            try {
                if (parts.length == 2) {
                    Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0], 36));
                    if (at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
                        return new Cursor(at, Long.parseLong(parts[1], 36));
                    }
                }
            } catch (NumberFormatException e) {
                throw badCursor();
            }
            throw badCursor();
        }

        private static DomainException badCursor() {
            return DomainException.invalidField("cursor", "platform.bad-cursor");
        }
    }
}
