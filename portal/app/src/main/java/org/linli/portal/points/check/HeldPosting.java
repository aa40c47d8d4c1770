package org.linli.portal.points.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Receipt;

/**
 * Points that a detector kept back.
 *
 * @param personId who would have earned them
 * @param source what would have been paid
 * @param sourceId id of the service record or of the grant
 * @param amount hundredths of a point, as reckoned when it was held
 * @param title what for, in short
 * @param receipt how it was reckoned
 * @param findings why it was kept back
 * @param involvedId who entered or confirmed it and so decides nothing here, null when nobody
 * @param appeal what the volunteer says to it, may be empty
 * @param refusedBy who refused it first, null when nobody did
 * @param decision why it was decided so, may be empty
 */
public record HeldPosting(
        long id,
        long communityId,
        long personId,
        Source source,
        long sourceId,
        long amount,
        String title,
        Receipt receipt,
        List<Finding> findings,
        @Nullable Long involvedId,
        HeldStatus status,
        Instant heldAt,
        String appeal,
        @Nullable Instant appealedAt,
        @Nullable Long refusedBy,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        String decision) {
    public HeldPosting {
        findings = List.copyOf(findings);
    }

    /** What would have been paid. */
    public enum Source {
        /** A service record. */
        SERVICE,
        /** A grant of a brand. */
        BRAND
    }

    /** Whether that person may decide: whom it concerns, who entered or confirmed it and who refused it before may not. */
    public boolean mayBeDecidedBy(long personId) {
        boolean same = refusedBy != null && refusedBy == personId;
        boolean involved = involvedId != null && involvedId == personId;
        return this.personId != personId && !involved && !same;
    }
}
