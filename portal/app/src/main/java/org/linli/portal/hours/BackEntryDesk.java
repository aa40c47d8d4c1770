package org.linli.portal.hours;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.persistence.BackEntryRows;
import org.linli.portal.hours.persistence.RecordRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/**
 * 补录: services that nobody recorded when they happened. Staff enter one, a second person approves, the community may
 * object while it is announced; only after that it counts, with the lowest grade of evidence.
 */
@Desk
public class BackEntryDesk {
    private static final int MAX_REASON = 300;
    private static final int USUAL_FACTOR = 2;

    private final Caller caller;
    private final People people;
    private final BackEntryRows rows;
    private final RecordRows records;
    private final HoursNotices notices;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration oldest;
    private final Duration announcement;

    @Inject
    BackEntryDesk(
            Caller caller,
            People people,
            BackEntryRows rows,
            RecordRows records,
            HoursNotices notices,
            AuditLog audit,
            Clock clock,
            @ConfigProperty(name = "linli.hours.back-entry-days", defaultValue = "90") int oldestDays,
            @ConfigProperty(name = "linli.hours.announce-days", defaultValue = "7") int announceDays) {
        this.caller = caller;
        this.people = people;
        this.rows = rows;
        this.records = records;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
        this.oldest = Duration.ofDays(oldestDays);
        this.announcement = Duration.ofDays(announceDays);
    }

    /** How far back a service may lie, in whole days. */
    public long oldestDays() {
        return oldest.toDays();
    }

    /** How long an entry is announced, in whole days. */
    public long announceDays() {
        return announcement.toDays();
    }

    /**
     * Enters a past service of a volunteer of a community where the caller is administrator or dispatcher.
     *
     * @throws DomainException 404 for people of elsewhere, 403 without the role or for oneself, 409 when it overlaps
     *     another service of the volunteer
     */
    public BackEntry enter(BackEntryCommand command) {
        caller.identity();
        check(command);
        long volunteer = checked(command.volunteerId());
        long community = people.communityOf(volunteer);
        caller.require(HoursRights.ENTERERS, community);
        HoursRights.requireOther(caller, volunteer);
        if (!rows.isVolunteer(volunteer)) {
            throw DomainException.invalidField("volunteerId", "hours.no-volunteer");
        }
        Instant from = checked(command.startedAt());
        Instant to = checked(command.endedAt());
        int minutes = minutes(command, community);
        rows.takeTurn(volunteer);
        if (records.overlaps(volunteer, from, to) || rows.overlaps(volunteer, from, to, 0)) {
            throw DomainException.conflict("hours.overlaps");
        }
        String reason = checked(command.reason()).strip();
        long id = rows.add(
                        new BackEntryRows.New(
                                community, volunteer, checked(command.itemId()), from, to, minutes, reason),
                        caller.personId())
                .orElseThrow(() -> DomainException.conflict("hours.overlaps"));
        BackEntry entry = rows.find(id).orElseThrow();
        notices.entered(entry, caller.personId());
        audit("hours.back-entry", entry, reason);
        return entry;
    }

    private void check(BackEntryCommand command) {
        Instant now = clock.instant();
        Instant from = command.startedAt();
        Instant to = command.endedAt();
        new Violations()
                .required(command.volunteerId(), "volunteerId")
                .required(command.itemId(), "itemId")
                .required(from, "startedAt")
                .required(to, "endedAt")
                .check(
                        from == null || !from.isBefore(now.minus(oldest)),
                        "startedAt",
                        "hours.too-long-ago",
                        oldest.toDays())
                .check(to == null || !to.isAfter(now), "endedAt", "hours.in-the-future")
                .check(
                        from == null
                                || to == null
                                || (to.isAfter(from) && Minutes.between(from, to) <= Minutes.LONGEST),
                        "endedAt",
                        "hours.times",
                        Minutes.LONGEST / 60)
                .requiredText(command.reason(), "reason", MAX_REASON)
                .throwIfAny();
    }

    /** At most the time itself and, as with orders, twice what the item usually takes. */
    private int minutes(BackEntryCommand command, long community) {
        int usual = rows.usualMinutes(checked(command.itemId()), community)
                .orElseThrow(() -> DomainException.invalidField("itemId", "hours.no-item"));
        long span = Minutes.between(checked(command.startedAt()), checked(command.endedAt()));
        long limit = Math.min(span, (long) USUAL_FACTOR * usual);
        long minutes = command.minutes() == null ? span : command.minutes();
        if (minutes < 1 || minutes > limit) {
            throw DomainException.invalidField("minutes", "hours.minutes-out-of-range", limit);
        }
        return Math.toIntExact(minutes);
    }

    /**
     * The second person approves, which begins the announcement, or refuses.
     *
     * @param note why; required for a refusal
     * @throws DomainException 404 out of scope, 403 without a role, about oneself or for whoever entered it, 409 when it
     *     was decided before
     */
    public BackEntry decide(long id, boolean approve, @Nullable String note) {
        BackEntry entry = judged(id);
        String why = check(approve, note);
        boolean first = approve
                ? rows.announce(id, caller.personId(), clock.instant().plus(announcement))
                : rows.decide(id, BackEntryStatus.ENTERED, BackEntryStatus.REFUSED, caller.personId(), why);
        if (!first) {
            throw over(entry);
        }
        if (approve) {
            notices.announced(entry);
        } else {
            notices.refused(entry);
        }
        audit(approve ? "hours.approve-back-entry" : "hours.refuse-back-entry", entry, why);
        return rows.find(id).orElseThrow();
    }

    /**
     * Somebody of the community does not believe what is announced.
     *
     * @param reason what speaks against it, at most 300 characters
     * @throws DomainException 404 for people of elsewhere and for what is not announced, 409 when the announcement is over or
     *     the caller objected before
     */
    public BackEntry object(long id, @Nullable String reason) {
        long community = caller.communityId();
        BackEntry entry = rows.find(id)
                .filter(e -> e.communityId() == community && e.announcedUntil() != null)
                .orElseThrow(DomainException::notFound);
        new Violations().requiredText(reason, "reason", MAX_REASON).throwIfAny();
        if (!rows.object(id)) {
            throw DomainException.conflict("hours.announcement-over");
        }
        String why = String.valueOf(reason).strip();
        if (!rows.addObjection(id, caller.personId(), why)) {
            throw DomainException.conflict("hours.objected-before");
        }
        notices.objected(entry, rows.objections(id));
        audit("hours.object", entry, why);
        return rows.find(id).orElseThrow();
    }

    /**
     * Decides about the objections: it stands, and counts when the announcement is over, or it is refused.
     *
     * @param note why
     * @throws DomainException 404 out of scope, 403 without a role, about oneself, for whoever entered or approved it or
     *     objected, 409 when no objection is open
     */
    public BackEntry judge(long id, boolean stands, @Nullable String note) {
        BackEntry entry = judged(id);
        HoursRights.requireSecond(caller, entry.approved());
        if (rows.objection(id, caller.personId()).isPresent()) {
            throw DomainException.forbidden("hours.objector");
        }
        String why = check(false, note);
        BackEntryStatus outcome = stands ? BackEntryStatus.ANNOUNCED : BackEntryStatus.REFUSED;
        // who approved it is known of what was read, so that must have been announced
        if (entry.status() != BackEntryStatus.OBJECTED
                || !rows.decide(id, BackEntryStatus.OBJECTED, outcome, caller.personId(), why)) {
            throw over(entry);
        }
        if (!stands) {
            notices.refused(entry);
        }
        audit(stands ? "hours.uphold-back-entry" : "hours.refuse-back-entry", entry, why);
        return rows.find(id).orElseThrow();
    }

    /**
     * Whoever entered it takes it back, as long as nobody approved it.
     *
     * @throws DomainException 404 out of scope, 403 for others, 409 when it was decided before
     */
    public BackEntry withdraw(long id) {
        caller.identity();
        BackEntry entry = known(id);
        if (!entry.entered().isBy(caller.personId())) {
            throw DomainException.forbidden("hours.enterer-only");
        }
        if (!rows.decide(id, BackEntryStatus.ENTERED, BackEntryStatus.WITHDRAWN, caller.personId(), "")) {
            throw over(entry);
        }
        audit("hours.withdraw-back-entry", entry, "");
        return rows.find(id).orElseThrow();
    }

    private BackEntry judged(long id) {
        caller.identity();
        BackEntry entry = known(id);
        caller.require(HoursRights.SECONDS, entry.communityId());
        HoursRights.requireOther(caller, entry.volunteer().id());
        HoursRights.requireSecond(caller, entry.entered());
        return entry;
    }

    private BackEntry known(long id) {
        return rows.find(id)
                .filter(e -> caller.sees(e.communityId())
                        && HoursRights.holdsOne(caller, HoursRights.READERS, e.communityId()))
                .orElseThrow(DomainException::notFound);
    }

    private static String check(boolean agree, @Nullable String note) {
        Violations violations = new Violations().text(note, "note", MAX_REASON);
        (agree ? violations : violations.required(note, "note")).throwIfAny();
        return note == null ? "" : note.strip();
    }

    private static DomainException over(BackEntry entry) {
        return DomainException.conflict(
                entry.status().isOver() ? "hours.back-entry-over" : "hours.back-entry-elsewhere");
    }

    private void audit(String action, BackEntry entry, String note) {
        String detail =
                "%s %s %d %s".formatted(entry.volunteer().name(), entry.item().name(), entry.minutes(), note);
        audit.record(action, entry.communityId(), new AuditLog.Subject("back-entry", entry.id()), detail.strip());
    }

    private static <T> T checked(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("checked before");
        }
        return value;
    }
}
