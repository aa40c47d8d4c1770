package org.linli.portal.points.nomination;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.nomination.Nomination.People.Someone;

/** Pays nominations whose announcement is over. Called by the portal itself; each is paid once, whoever calls. */
@Desk
public class NominationPay {
    private static final int MAX_TITLE = 40;

    private final Nominations nominations;
    private final Ledger ledger;
    private final NominationNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public NominationPay(
            Nominations nominations, Ledger ledger, NominationNotices notices, AuditLog audit, Clock clock) {
        this.nominations = nominations;
        this.ledger = ledger;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ids of those that are to be paid now. */
    public List<Long> due(int limit) {
        return nominations.due(today(), limit);
    }

    /**
     * Pays one.
     *
     * @return whether this call did it
     */
    public boolean pay(long id) {
        Nomination nomination = nominations.take(id);
        Nomination.Announced announced = nomination.announcement();
        if (nomination.status() != NominationStatus.ANNOUNCED
                || announced == null
                || nomination.openObjections() > 0
                || !announced.until().isBefore(today())) {
            return false;
        }
        Long posted = announced.bonus() == 0 ? null : (Long) post(nomination, announced);
        nominations.settle(id, nomination.after(NominationAction.PAY), posted);
        notices.paid(nomination, announced);
        audit.recordByPortal(
                "points.nomination-pay",
                nomination.communityId(),
                NominationDesk.subject(id),
                nomination.kind().name());
        return true;
    }

    private long post(Nomination nomination, Nomination.Announced announced) {
        Someone seconder = nomination.people().seconder();
        Receipt receipt = Receipt.of("nomination", 1)
                .with("reason", shortened(nomination.story()))
                .with("kind", nomination.kind())
                .with("nominator", nomination.people().nominator().name())
                .with("seconder", seconder == null ? "" : seconder.name())
                .with("approvals", nomination.votes().approvals())
                .with("from", announced.from())
                .with("until", announced.until())
                .with("amount", announced.bonus());
        long nominee = nomination.people().nominee().id();
        Transfer transfer =
                new Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(nominee), announced.bonus());
        Fact fact = new Fact(Reason.NOMINATION, nomination.id());
        return ledger.post(Posting.transfer(nomination.communityId(), fact, transfer, new Cause(null, receipt)))
                .id();
    }

    private static String shortened(String story) {
        String line = story.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= MAX_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_TITLE)) + "…";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
}
