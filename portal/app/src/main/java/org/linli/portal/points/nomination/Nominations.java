package org.linli.portal.points.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.nomination.Nomination.People.Someone;

/** Nominations, votes and objections as they are kept. */
@ApplicationScoped
public class Nominations {
    private static final String NOMINATION = "SELECT n.id, n.community_id, n.kind, n.story, n.status, n.nominee_id,"
            + " e.name, n.nominated_by, b.name, n.seconded_by, s.name, n.needed, n.approvals, n.rejections,"
            + " n.announced_from, n.announced_until, n.bonus, n.nominated_at, (SELECT COUNT(*) FROM nomination_objection o"
            + " WHERE o.nomination_id = n.id AND o.status = 'OPEN') FROM nomination n JOIN person e ON e.id = n.nominee_id"
            + " JOIN person b ON b.id = n.nominated_by LEFT JOIN person s ON s.id = n.seconded_by WHERE ";
    private static final String OBJECTION = "SELECT id, nomination_id, raised_by, raised_at, reason, status, answer"
            + " FROM nomination_objection WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Nominations(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(long communityId, NominateCommand command, long by) {
        sql.update(
                "INSERT INTO nomination (id, community_id, kind, nominee_id, nominated_by, nominated_at, story, status)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                command.nominationId(),
                communityId,
                command.kind(),
                command.nomineeId(),
                by,
                clock.instant(),
                Objects.requireNonNull(command.story()).strip(),
                NominationStatus.NOMINATED);
    }

    Optional<Nomination> find(long id) {
        return sql.first(NOMINATION + "n.id = ?", Nominations::nomination, id);
    }

    /**
     * The nomination, so that a step may be made: whoever else wants to make one waits until this transaction ends.
     *
     * @throws DomainException 404
     */
    Nomination take(long id) {
        if (sql.update("UPDATE nomination SET version = version + 1 WHERE id = ?", id) == 0) {
            throw DomainException.notFound();
        }
        return find(id).orElseThrow(DomainException::notFound);
    }

    /** Whether the person nominated the other and it is not decided yet. */
    boolean isWaiting(long nominatorId, long nomineeId) {
        return sql.number(
                        "SELECT COUNT(*) FROM nomination WHERE nominated_by = ? AND nominee_id = ? AND settled_at IS NULL",
                        nominatorId,
                        nomineeId)
                > 0;
    }

    void second(long id, NominationStatus status, long by, int needed) {
        sql.update(
                "UPDATE nomination SET status = ?, seconded_by = ?, seconded_at = ?, needed = ? WHERE id = ?",
                status,
                by,
                clock.instant(),
                needed,
                id);
    }

    /** Counts a vote; false when the person voted before. */
    boolean vote(long id, long voter, boolean approve, String note) {
        try {
            sql.update(
                    "INSERT INTO nomination_vote (nomination_id, voter_id, approve, note, voted_at) VALUES (?, ?, ?, ?, ?)",
                    id,
                    voter,
                    approve,
                    note,
                    clock.instant());
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                return false;
            }
            throw e;
        }
        String count = approve ? "approvals = approvals + 1" : "rejections = rejections + 1";
        sql.update("UPDATE nomination SET " + count + " WHERE id = ?", id);
        return true;
    }

    void announce(long id, NominationStatus status, Nomination.Announced announced) {
        sql.update(
                "UPDATE nomination SET status = ?, announced_from = ?, announced_until = ?, bonus = ? WHERE id = ?",
                status,
                announced.from(),
                announced.until(),
                announced.bonus(),
                id);
    }

    void settle(long id, NominationStatus status, @Nullable Long transactionId) {
        sql.update(
                "UPDATE nomination SET status = ?, settled_at = ?, transaction_id = ? WHERE id = ?",
                status,
                clock.instant(),
                transactionId,
                id);
    }

    /** Writes an objection; false when the person raised one before. */
    boolean object(long id, long by, String reason) {
        try {
            sql.update(
                    "INSERT INTO nomination_objection (id, nomination_id, raised_by, raised_at, reason, status)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    id,
                    by,
                    clock.instant(),
                    reason,
                    Objection.Status.OPEN);
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "nomination_objection_once")) {
                return false;
            }
            throw e;
        }
    }

    /** Decides an objection that is open; whoever comes second gets false. */
    boolean decide(long objectionId, Objection.Status outcome, long by, String answer) {
        return sql.update(
                        "UPDATE nomination_objection SET status = ?, decided_by = ?, decided_at = ?, answer = ?"
                                + " WHERE id = ? AND status = 'OPEN'",
                        outcome,
                        by,
                        clock.instant(),
                        answer,
                        objectionId)
                == 1;
    }

    Optional<Objection> objection(long id) {
        return sql.first(OBJECTION + "id = ?", Nominations::objection, id);
    }

    List<Objection> objections(long nominationId) {
        return sql.list(OBJECTION + "nomination_id = ? ORDER BY id", Nominations::objection, nominationId);
    }

    boolean hasVoted(long nominationId, long personId) {
        return sql.number(
                        "SELECT COUNT(*) FROM nomination_vote WHERE nomination_id = ? AND voter_id = ?",
                        nominationId,
                        personId)
                > 0;
    }

    /** Nominations of a community, newest first; of one status when it is named. */
    Page<Nomination> list(long communityId, @Nullable NominationStatus status, Window window) {
        String wanted = status == null ? "" : status.name();
        List<Nomination> rows = sql.list(
                NOMINATION + "n.community_id = ? AND (? = '' OR n.status = ?) AND n.id < ? ORDER BY n.id DESC LIMIT ?",
                Nominations::nomination,
                communityId,
                wanted,
                wanted,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Nomination::id);
    }

    /** Ids of those whose announcement is over without an objection that waits. */
    List<Long> due(LocalDate today, int limit) {
        return sql.list(
                "SELECT n.id FROM nomination n WHERE n.status = 'ANNOUNCED' AND n.announced_until < ? AND NOT EXISTS"
                        + " (SELECT 1 FROM nomination_objection o WHERE o.nomination_id = n.id AND o.status = 'OPEN')"
                        + " ORDER BY n.announced_until LIMIT ?",
                row -> row.number(1),
                today,
                limit);
    }

    private static Nomination nomination(Sql.Row row) throws SQLException {
        Long seconder = row.numberOrNull(10);
        String from = row.textOrNull(15);
        return new Nomination(
                row.number(1),
                row.number(2),
                row.constant(3, NominationKind.class),
                row.text(4),
                row.constant(5, NominationStatus.class),
                new Nomination.People(
                        new Someone(row.number(6), row.text(7)),
                        new Someone(row.number(8), row.text(9)),
                        seconder == null ? null : new Someone(seconder, row.text(11))),
                new Nomination.Votes(row.integer(12), row.integer(13), row.integer(14)),
                from == null
                        ? null
                        : new Nomination.Announced(
                                LocalDate.parse(from), LocalDate.parse(row.text(16)), row.number(17)),
                row.integer(19),
                row.instant(18));
    }

    private static Objection objection(Sql.Row row) throws SQLException {
        return new Objection(
                row.number(1),
                row.number(2),
                row.number(3),
                row.instant(4),
                row.text(5),
                row.constant(6, Objection.Status.class),
                row.text(7));
    }
}
