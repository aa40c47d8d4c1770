package org.linli.portal.hours;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.persistence.CorrectionRows;
import org.linli.portal.hours.persistence.CorrectionRows.Wish;
import org.linli.portal.hours.persistence.RecordBook;
import org.linli.portal.hours.persistence.RecordBook.Warrant;
import org.linli.portal.hours.persistence.RecordRows;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/**
 * Corrections of the time record: somebody asks, an administrator decides, a second person confirms. Only then a
 * reversing record is written, and a replacing one unless the service did not take place. No record is ever changed.
 */
@Desk
public class CorrectionDesk {
    private static final int MAX_REASON = 300;

    private final Caller caller;
    private final RecordRows records;
    private final CorrectionRows corrections;
    private final RecordBook book;
    private final HoursNotices notices;
    private final AuditLog audit;
    private final Event<ServiceReversed> reversed;
    private final Event<ServiceRecorded> recorded;

    @Inject
    CorrectionDesk(
            Caller caller,
            RecordRows records,
            CorrectionRows corrections,
            RecordBook book,
            HoursNotices notices,
            AuditLog audit,
            Event<ServiceReversed> reversed,
            Event<ServiceRecorded> recorded) {
        this.caller = caller;
        this.records = records;
        this.corrections = corrections;
        this.book = book;
        this.notices = notices;
        this.audit = audit;
        this.reversed = reversed;
        this.recorded = recorded;
    }

    /**
     * Asks for a correction: the volunteer for one of their own records, or an administrator who found a mistake and
     * stands behind it at once.
     *
     * @param minutes what it shall be, 0 when the service did not take place
     * @param reason why, at most 300 characters
     * @throws DomainException 404 out of scope, 403 for others, 409 when the record stands no more or another wish is open
     */
    public Correction ask(long recordId, @Nullable Integer minutes, @Nullable String reason) {
        long person = caller.personId();
        ServiceEntry record = records.find(recordId).orElseThrow(DomainException::notFound);
        boolean own = record.volunteer().id() == person;
        if (!own) {
            caller.require(Role.COMMUNITY_ADMIN, record.community().id());
        }
        new Violations()
                .required(minutes, "minutes")
                .range(minutes, "minutes", 0, Minutes.LONGEST)
                .check(minutes == null || minutes != record.minutes(), "minutes", "hours.same-minutes")
                .requiredText(reason, "reason", MAX_REASON)
                .throwIfAny();
        if (!record.change().stands()) {
            throw DomainException.conflict("hours.reversed-before");
        }
        Wish wish = new Wish(
                record, person, Minutes.of(minutes), String.valueOf(reason).strip(), !own);
        long id = corrections.add(wish).orElseThrow(() -> DomainException.conflict("hours.correction-open"));
        Correction correction = corrections.find(id).orElseThrow();
        if (own) {
            notices.asked(correction);
        } else {
            notices.approved(correction, person);
        }
        audit("hours.ask-correction", correction, wish.reason());
        return correction;
    }

    /**
     * An administrator decides what the volunteer asked for.
     *
     * @param note why; required for a refusal
     * @throws DomainException 404 out of scope, 403 without the role or about oneself, 409 when it was decided before
     */
    public Correction decide(long id, boolean approve, @Nullable String note) {
        Correction correction = known(id);
        caller.require(Role.COMMUNITY_ADMIN, correction.communityId());
        HoursRights.requireOther(caller, correction.record().volunteer().id());
        String why = check(approve, note);
        CorrectionStatus outcome = approve ? CorrectionStatus.APPROVED : CorrectionStatus.REFUSED;
        if (!corrections.decide(id, outcome, caller.personId(), why)) {
            throw over(correction);
        }
        if (approve) {
            notices.approved(correction, caller.personId());
        } else {
            notices.settled(correction, false);
        }
        audit(approve ? "hours.approve-correction" : "hours.refuse-correction", correction, why);
        return corrections.find(id).orElseThrow();
    }

    /**
     * The second person confirms, and the records are written; or refuses.
     *
     * @param note why; required for a refusal
     * @throws DomainException 404 out of scope, 403 without a role, about oneself or for the first person, 409 when it
     *     was settled before
     */
    public Correction confirm(long id, boolean agree, @Nullable String note) {
        Correction correction = known(id);
        caller.require(HoursRights.SECONDS, correction.communityId());
        HoursRights.requireOther(caller, correction.record().volunteer().id());
        HoursRights.requireSecond(caller, correction.decided());
        String why = check(agree, note);
        CorrectionStatus outcome = agree ? CorrectionStatus.DONE : CorrectionStatus.REFUSED;
        if (!corrections.confirm(id, outcome, caller.personId(), why)) {
            throw over(correction);
        }
        if (agree) {
            write(correction);
        }
        notices.settled(correction, agree);
        audit(agree ? "hours.confirm-correction" : "hours.refuse-correction", correction, why);
        return corrections.find(id).orElseThrow();
    }

    private void write(Correction correction) {
        Who first = correction.decided().by();
        if (first == null) {
            throw new IllegalStateException("correction " + correction.id() + " was approved by nobody");
        }
        long record = correction.record().recordId();
        Warrant warrant = new Warrant(correction.id(), correction.asked().note(), first.id(), caller.personId());
        long reversing = book.reverse(record, warrant);
        reversed.fire(new ServiceReversed(
                record,
                reversing,
                correction.communityId(),
                correction.record().volunteer().id(),
                warrant.reason()));
        if (correction.minutes() > 0) {
            recorded.fire(book.facts(book.replace(record, correction.minutes(), warrant)));
        }
    }

    /**
     * Whoever asked does without.
     *
     * @throws DomainException 404 out of scope, 403 for others, 409 when it was settled before
     */
    public Correction withdraw(long id) {
        Correction correction = known(id);
        if (!correction.asked().isBy(caller.personId())) {
            throw DomainException.forbidden("hours.asker-only");
        }
        if (!corrections.withdraw(id)) {
            throw over(correction);
        }
        audit("hours.withdraw-correction", correction, "");
        return corrections.find(id).orElseThrow();
    }

    private Correction known(long id) {
        long person = caller.personId();
        return corrections
                .find(id)
                .filter(c -> c.record().volunteer().id() == person
                        || (caller.sees(c.communityId())
                                && HoursRights.holdsOne(caller, HoursRights.READERS, c.communityId())))
                .orElseThrow(DomainException::notFound);
    }

    private static String check(boolean agree, @Nullable String note) {
        Violations violations = new Violations().text(note, "note", MAX_REASON);
        (agree ? violations : violations.required(note, "note")).throwIfAny();
        return note == null ? "" : note.strip();
    }

    private static DomainException over(Correction correction) {
        return correction.status().isOver()
                ? DomainException.conflict("hours.correction-over")
                : DomainException.conflict("hours.correction-elsewhere");
    }

    private void audit(String action, Correction correction, String note) {
        String detail = "%s %d -> %d %s"
                .formatted(
                        correction.record().volunteer().name(),
                        correction.record().minutes(),
                        correction.minutes(),
                        note);
        audit.record(
                action,
                correction.communityId(),
                new AuditLog.Subject("service-record", correction.record().recordId()),
                detail.strip());
    }
}
