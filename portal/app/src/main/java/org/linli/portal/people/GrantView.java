package org.linli.portal.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role of a person at a unit.
 *
 * @param validTo last day, null when open
 */
public record GrantView(
        long id,
        long personId,
        long unitId,
        String unitName,
        Role role,
        Status status,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {
    /** How far it has come. */
    public enum Status {
        /** Asked for, waits for a decision. */
        PENDING,
        ACTIVE,
        REFUSED,
        ENDED
    }

    /** Whether it waits for a decision. */
    public boolean isPending() {
        return status == Status.PENDING;
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }
}
