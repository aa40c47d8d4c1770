package org.linli.portal.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.platform.problem.DomainException;

/**
 * 活动: one date.
 *
 * @param seriesId the series, null when it stands alone
 * @param brandId whose it is, null for the community's own
 * @param hidden its brand is laid down at present
 * @param data the brand's own
 * @param roster rises with each change of who comes
 * @param version rises with each change of plan or status
 */
public record Activity(
        long id,
        @Nullable Long seriesId,
        long communityId,
        @Nullable String brandId,
        Plan plan,
        ActivityStatus status,
        boolean hidden,
        Counts counts,
        String journal,
        Data data,
        long roster,
        long version) {

    /**
     * How many.
     *
     * @param signedUp who have a place
     * @param waiting for one
     * @param heads were counted, 0 before
     */
    public record Counts(int signedUp, int waiting, int heads) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    public boolean isPlanned() {
        return status == ActivityStatus.PLANNED;
    }

    /** Whether it begins later than now. */
    public boolean isAhead(Instant now) {
        return plan.startsAt().isAfter(now);
    }

    /** Whether a resident may sign up now, with a place or to wait for one. */
    public boolean takesSignUps(Instant now) {
        return isPlanned() && plan.isOpen() && isAhead(now);
    }

    /** Places that are free; null without a bound. */
    public @Nullable Integer free() {
        Integer capacity = plan.capacity();
        return capacity == null ? null : (Integer) Math.max(0, capacity - counts.signedUp());
    }

    /** Refuses whoever wants to come or not to come when it is too late for that. */
    void requireAhead(Instant now) {
        requirePlanned();
        if (!isAhead(now)) {
            throw DomainException.conflict("activities.begun");
        }
    }

    void requireSignUps(Instant now) {
        requireAhead(now);
        if (!plan.isOpen()) {
            throw DomainException.conflict("activities.not-open");
        }
    }

    /** Finishing comes once, and not before it begins. */
    void requireFinishable(Instant now) {
        requirePlanned();
        if (isAhead(now)) {
            throw DomainException.conflict("activities.not-begun");
        }
    }

    void requirePlanned() {
        if (status == ActivityStatus.FINISHED) {
            throw DomainException.conflict("activities.finished-before");
        }
        if (status == ActivityStatus.CANCELLED) {
            throw DomainException.conflict("activities.cancelled-before");
        }
    }

    /** The plan of a brand is the brand's. */
    void requireOwnPlan() {
        if (brandId != null) {
            throw DomainException.conflict("activities.of-brand");
        }
    }
}
