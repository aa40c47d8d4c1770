package org.linli.portal.ledger.journal;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.journal.Finding;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.time.Clocks;

/** Keeps what proofs found, and tells those who have to know: administrators and auditors of the community. */
@Desk
public class JournalRecords {
    private static final String PAGE = "/admin/journal.xhtml?community=";
    private static final String WATCHERS = "SELECT DISTINCT g.person_id FROM role_grant g"
            + " JOIN org_unit u ON u.id = g.org_unit_id JOIN org_unit c ON c.id = ?"
            + " WHERE g.role IN (?, ?) AND g.status = 'ACTIVE' AND g.valid_from <= ?"
            + " AND (g.valid_to IS NULL OR g.valid_to >= ?) AND c.path LIKE CONCAT(u.path, '%')";

    private final Sql sql;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public JournalRecords(Sql sql, Notices notices, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A proof of a chain.
     *
     * @param night whether it was the nightly one
     * @param endedAt null while it runs, or when its node was stopped
     * @param entries proved, up to the first broken one
     * @param broken the kind of damage, null when the chain is whole
     * @param brokenSeq the first broken entry
     * @param detail what was met there
     */
    public record Check(
            long id,
            boolean night,
            Instant begunAt,
            @Nullable Instant endedAt,
            long entries,
            Finding.@Nullable Why broken,
            long brokenSeq,
            String detail) {}

    /** Notes that somebody asked for a proof. */
    public long begin(long communityId, long askedBy) {
        long id = Ids.next();
        insert(id, communityId, null, askedBy);
        audit.record("journal.check", communityId, new AuditLog.Subject("journal", communityId), "");
        return id;
    }

    /** Claims the nightly proof of a day; empty when another node has it. */
    public Optional<Long> beginNight(long communityId, LocalDate night) {
        long id = Ids.next();
        try {
            insert(id, communityId, night.toString(), null);
            return Optional.of(id);
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "journal_check_night")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void insert(long id, long communityId, @Nullable String night, @Nullable Long askedBy) {
        sql.update(
                "INSERT INTO journal_check (id, community_id, night, asked_by, begun_at) VALUES (?, ?, ?, ?, ?)",
                id,
                communityId,
                night,
                askedBy,
                clock.instant());
    }

    /** Keeps the verdict; a broken chain is told to those who watch over it, once a day. */
    public void end(long checkId, long communityId, JournalProof.Verdict verdict) {
        Finding finding = verdict.finding();
        sql.update(
                "UPDATE journal_check SET ended_at = ?, entries = ?, broken = ?, broken_seq = ?, detail = ? WHERE id = ?",
                clock.instant(),
                verdict.entries(),
                finding == null ? null : finding.why(),
                finding == null ? 0 : finding.seq(),
                finding == null ? "" : finding.detail(),
                checkId);
        if (finding != null) {
            audit.recordByPortal(
                    "journal.broken",
                    communityId,
                    new AuditLog.Subject("journal", communityId),
                    finding.why() + " " + finding.seq() + " " + finding.detail());
            tell(communityId, "journal-broken", List.of(Long.toString(finding.seq())));
        }
    }

    /** Facts wait for too long: the sealing does not work. Told once a day. */
    public void late(long communityId, Duration waiting) {
        tell(communityId, "journal-late", List.of(Long.toString(waiting.toMinutes())));
    }

    /** New facts are refused because the tail has reached its bound. Told once a day. */
    public void behind(long communityId) {
        tell(communityId, "journal-behind", List.of());
    }

    private void tell(long communityId, String code, List<String> arguments) {
        String today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE).toString();
        sql.list(WATCHERS, row -> row.number(1), communityId, Role.COMMUNITY_ADMIN, Role.AUDITOR, today, today)
                .forEach(person -> notices.send(new Notice(
                        person, code, arguments, PAGE + communityId, code + ":" + communityId + ":" + today)));
    }

    /** Leaves an audit line that the journal was taken out. */
    public void taken(long communityId, String form) {
        audit.record("journal.export", communityId, new AuditLog.Subject("journal", communityId), form);
    }

    /** The latest proofs, newest first. */
    public List<Check> latest(long communityId, int limit) {
        return sql.list(
                "SELECT id, night IS NOT NULL, begun_at, ended_at, entries, broken, broken_seq, detail FROM journal_check"
                        + " WHERE community_id = ? ORDER BY id DESC LIMIT ?",
                JournalRecords::check,
                communityId,
                limit);
    }

    private static Check check(Sql.Row row) throws SQLException {
        String broken = row.textOrNull(6);
        return new Check(
                row.number(1),
                row.flag(2),
                row.instant(3),
                row.instantOrNull(4),
                row.number(5),
                broken == null ? null : Finding.Why.valueOf(broken),
                row.number(7),
                row.text(8));
    }

    /** Chains without a proof of that night. */
    public List<Long> unchecked(LocalDate night) {
        return sql.list(
                "SELECT h.community_id FROM journal_head h WHERE h.seq > 0 AND NOT EXISTS (SELECT 1 FROM journal_check k"
                        + " WHERE k.community_id = h.community_id AND k.night = ?)",
                row -> row.number(1),
                night.toString());
    }
}
