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
    private final String reasons;
    private String status = "OFFERED";
    private @Nullable Instant answeredAt;
    private @Nullable String note;

    /**
     * A volunteer, or a team of which the volunteer is the one who answers.
     *
     * @param teamId null for the volunteer alone
     * @param reasons why the volunteer, as JSON
     */
    record Addressee(Volunteer volunteer, @Nullable Long teamId, String reasons) {}

    /**
     * An offer.
     *
     * @param open from the offer until it lapses
     */
    Offer(long id, Addressee addressee, Person by, Slot open) {
        this.id = id;
        this.volunteer = addressee.volunteer();
        this.teamId = addressee.teamId();
        this.reasons = addressee.reasons();
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
                teamId == null ? reasons : "[]",
                by.id(),
                at,
                expiresAt,
                answeredAt,
                note);
    }
}
