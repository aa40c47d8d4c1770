package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Keeps what was held, and moves it from state to state in single conditional updates. */
@ApplicationScoped
class HeldRows {
    private static final String COLUMNS =
            "SELECT id, community_id, person_id, source, source_id, amount, title, receipt,"
                    + " findings, involved_id, status, held_at, appeal, appealed_at, refused_by, decided_by, decided_at, decision"
                    + " FROM held_posting WHERE ";
    private static final int MAX_TITLE = 200;

    private final Sql sql;
    private final Clock clock;

    @Inject
    HeldRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is held. */
    record New(
            long communityId,
            long personId,
            HeldPosting.Source source,
            long sourceId,
            long amount,
            String title,
            Receipt receipt,
            @Nullable Long involvedId) {}

    /** Holds it, once: what was held before is left as it is. */
    void hold(New held, List<Finding> findings) {
        sql.update(
                "INSERT IGNORE INTO held_posting (id, community_id, person_id, source, source_id, amount, title, receipt,"
                        + " findings, involved_id, status, held_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                held.communityId(),
                held.personId(),
                held.source(),
                held.sourceId(),
                held.amount(),
                held.title().substring(0, held.title().offsetByCodePoints(0, shown(held.title()))),
                held.receipt().toJson(),
                Finding.toJson(findings),
                held.involvedId(),
                HeldStatus.HELD,
                clock.instant());
    }

    private static int shown(String title) {
        return Math.min(MAX_TITLE, title.codePointCount(0, title.length()));
    }

    /** The one with that id. */
    Optional<HeldPosting> find(long id) {
        return sql.first(COLUMNS + "id = ?", HeldRows::read, id);
    }

    /** The one for that fact. */
    Optional<HeldPosting> find(HeldPosting.Source source, long sourceId) {
        return sql.first(COLUMNS + "source = ? AND source_id = ?", HeldRows::read, source, sourceId);
    }

    /** Of a community, waiting ones alone or all, newest first. */
    Page<HeldPosting> of(long communityId, boolean waiting, Window window) {
        List<HeldPosting> rows = sql.list(
                COLUMNS + "community_id = ? AND id < ?" + (waiting ? " AND status IN ('HELD', 'APPEALED')" : "")
                        + " ORDER BY id DESC LIMIT ?",
                HeldRows::read,
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, HeldPosting::id);
    }

    /** Of a person, newest first. */
    Page<HeldPosting> ofPerson(long personId, Window window) {
        List<HeldPosting> rows = sql.list(
                COLUMNS + "person_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                HeldRows::read,
                personId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, HeldPosting::id);
    }

    /** How many of a community wait for a decision. */
    long waiting(long communityId) {
        return sql.number(
                "SELECT COUNT(*) FROM held_posting WHERE community_id = ? AND status IN ('HELD', 'APPEALED')",
                communityId);
    }

    /**
     * Somebody decided, or the service was reversed.
     *
     * @throws DomainException 409 when it is not in the state that was seen any more
     */
    HeldStatus decide(HeldPosting seen, HeldStatus.Step step, @Nullable Long by, String why) {
        HeldStatus after = after(seen, step);
        requireOne(sql.update(
                "UPDATE held_posting SET status = ?, decided_by = ?, decided_at = ?, decision = ?,"
                        + " refused_by = CASE WHEN ? = 'REFUSED' THEN ? ELSE refused_by END WHERE id = ? AND status = ?",
                after,
                by,
                clock.instant(),
                why,
                after,
                by,
                seen.id(),
                seen.status()));
        return after;
    }

    /**
     * The volunteer says something to it.
     *
     * @throws DomainException 409 when it is not in the state that was seen any more
     */
    void appeal(HeldPosting seen, String words) {
        HeldStatus after = after(seen, HeldStatus.Step.APPEAL);
        requireOne(sql.update(
                "UPDATE held_posting SET status = ?, appeal = ?, appealed_at = ? WHERE id = ? AND status = ?",
                after,
                words,
                clock.instant(),
                seen.id(),
                seen.status()));
    }

    private static HeldStatus after(HeldPosting seen, HeldStatus.Step step) {
        HeldStatus after = seen.status().after(step);
        if (after == null) {
            throw DomainException.conflict("points.held-settled");
        }
        return after;
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw DomainException.conflict("points.held-settled");
        }
    }

    private static HeldPosting read(Sql.Row row) throws SQLException {
        return new HeldPosting(
                row.number(1),
                row.number(2),
                row.number(3),
                row.constant(4, HeldPosting.Source.class),
                row.number(5),
                row.number(6),
                row.text(7),
                Objects.requireNonNull(Receipt.ofJson(row.text(8))),
                Finding.ofJson(row.text(9)),
                row.numberOrNull(10),
                row.constant(11, HeldStatus.class),
                row.instant(12),
                row.text(13),
                row.instantOrNull(14),
                row.numberOrNull(15),
                row.numberOrNull(16),
                row.instantOrNull(17),
                row.text(18));
    }
}
