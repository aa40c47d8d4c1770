package org.linli.portal.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.Diary.Slot;
import org.linli.portal.demo.OrderRows.DispatchRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;

/** An offer of an order, and its answer once there is one. */
final class Offer {
    private final long id;
    private final Volunteer volunteer;
    private final @Nullable Long teamId;
    private final Person by;
    private final Instant at;
    private final Instant expiresAt;
    private String status = "OFFERED";
    private @Nullable Instant answeredAt;
    private @Nullable String note;

    /**
     * An offer to a volunteer, or to a team of which the volunteer is the one who answers.
     *
     * @param teamId null for the volunteer alone
     * @param open from the offer until it lapses
     */
    Offer(long id, Volunteer volunteer, @Nullable Long teamId, Person by, Slot open) {
        this.id = id;
        this.volunteer = volunteer;
        this.teamId = teamId;
        this.by = by;
        this.at = open.from();
        this.expiresAt = open.to();
    }

    long id() {
        return id;
    }

    Volunteer volunteer() {
        return volunteer;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isOpen() {
        return status.equals("OFFERED");
    }

    void answer(String answer, Instant answered, @Nullable String why) {
        status = answer;
        answeredAt = answered;
        note = why;
    }

    DispatchRow row(long orderId) {
        return new DispatchRow(
                id,
                orderId,
                teamId == null ? volunteer.id() : null,
                teamId,
                status,
                "[]",
                by.id(),
                at,
                expiresAt,
                answeredAt,
                note);
    }
}
