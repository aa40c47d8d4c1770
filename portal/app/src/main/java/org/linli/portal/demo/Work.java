package org.linli.portal.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.OrderRows.AssignmentRow;
import org.linli.portal.demo.People.Volunteer;

/** An accepted order in the hands of a volunteer. */
final class Work {
    private final long id;
    private final Offer offer;
    private final Instant acceptedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;
    private @Nullable String journal;
    private @Nullable Integer minutes;

    Work(long id, Offer offer, Instant acceptedAt) {
        this.id = id;
        this.offer = offer;
        this.acceptedAt = acceptedAt;
    }

    Volunteer volunteer() {
        return offer.volunteer();
    }

    boolean isLive() {
        return endedAt == null;
    }

    /** The volunteer has served and says so. */
    void finish(Instant at, String text, int claimed) {
        end("DONE", at);
        journal = text;
        minutes = claimed;
    }

    void end(String reason, Instant at) {
        endedAt = at;
        endReason = reason;
    }

    AssignmentRow row(long orderId) {
        return new AssignmentRow(
                id,
                orderId,
                isLive() ? Long.valueOf(orderId) : null,
                offer.id(),
                volunteer().id(),
                acceptedAt,
                endedAt,
                endReason,
                journal,
                minutes);
    }
}
