package org.linli.portal.activities;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.persistence.CheckIns;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.Tokens;

/** 签到: staff opens it and shows six digits at the place, those who came enter them on their own phone. */
@Desk
public class CheckInDesk {
    static final String WRONG = "activities.wrong-check-in-code";
    private static final int DIGITS = 6;
    private static final Duration AROUND = Duration.ofHours(2);

    private final Caller caller;
    private final ActivityRights rights;
    private final CheckIns checkIns;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    CheckInDesk(Caller caller, ActivityRights rights, CheckIns checkIns, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.rights = rights;
        this.checkIns = checkIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the check-in of a date, from two hours before it begins; again gives the same digits.
     *
     * @return the six digits to be shown
     * @throws DomainException 403, 404, 409 when it is over or too far away
     */
    public String open(long id) {
        Activity date = rights.managed(id);
        requireAround(date, clock.instant());
        if (checkIns.open(id, Tokens.digits(DIGITS))) {
            audit.record(
                    "activities.open-check-in",
                    date.communityId(),
                    new AuditLog.Subject("activity", id),
                    date.plan().title());
        }
        return checkIns.code(id).orElseThrow(DomainException::notFound);
    }

    /**
     * The caller is there. Again changes nothing. Called through {@link CheckInGuesses}.
     *
     * @throws DomainException 404, 403 for who lives elsewhere, 409 when it is over, too far away or not open, 400 for a
     *     wrong code
     */
    public void checkIn(long id, @Nullable String code) {
        Activity date = rights.visible(id);
        if (date.communityId() != caller.communityId()) {
            throw DomainException.forbidden("activities.not-at-home");
        }
        new Violations().requiredText(code, "code", 12).throwIfAny();
        Instant now = clock.instant();
        requireAround(date, now);
        String open = checkIns.code(id).orElseThrow(() -> DomainException.conflict("activities.check-in-not-open"));
        if (!open.equals(String.valueOf(code).strip())) {
            throw DomainException.invalidField("code", WRONG);
        }
        checkIns.add(id, caller.personId(), now);
    }

    private static void requireAround(Activity date, Instant now) {
        date.requirePlanned();
        if (!isAround(date, now)) {
            throw DomainException.conflict("activities.check-in-time", AROUND.toHours());
        }
    }

    static boolean isAround(Activity date, Instant now) {
        return date.isPlanned()
                && !now.isBefore(date.plan().startsAt().minus(AROUND))
                && !now.isAfter(date.plan().endsAt().plus(AROUND));
    }
}
