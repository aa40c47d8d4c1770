package org.linli.portal.hours.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.CorrectionStatus;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.hours.Step;
import org.linli.portal.hours.Who;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Wishes to correct a record. Knows no callers. */
@ApplicationScoped
public class CorrectionRows {
    private static final String CORRECTION = """
            SELECT w.id, w.community_id, w.record_id, r.volunteer_id, v.name, r.item_id, i.name, i.name_en, r.started_at,
              r.ended_at, r.minutes, w.minutes, w.status, w.asked_by, a.name, w.asked_at, w.reason,
              w.decided_by, d.name, w.decided_at, w.decision_note, w.confirmed_by, c.name, w.confirmed_at, w.confirm_note
            FROM service_correction w
            JOIN service_record r ON r.id = w.record_id
            JOIN person v ON v.id = r.volunteer_id
            JOIN service_item i ON i.id = r.item_id
            LEFT JOIN person a ON a.id = w.asked_by
            LEFT JOIN person d ON d.id = w.decided_by
            LEFT JOIN person c ON c.id = w.confirmed_by
            WHERE\s""";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public CorrectionRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is asked for. */
    public record Wish(ServiceEntry record, long askedBy, int minutes, String reason, boolean approved) {}

    /** Keeps a wish; empty when another one for the record is open. */
    public Optional<Long> add(Wish wish) {
        long id = Ids.next();
        try {
            sql.update(
                    "INSERT INTO service_correction (id, community_id, record_id, live_record_id, asked_by, minutes, reason,"
                            + " asked_at, status, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    wish.record().community().id(),
                    wish.record().id(),
                    wish.record().id(),
                    wish.askedBy(),
                    wish.minutes(),
                    wish.reason(),
                    clock.instant(),
                    wish.approved() ? CorrectionStatus.APPROVED : CorrectionStatus.ASKED,
                    wish.approved() ? wish.askedBy() : null,
                    wish.approved() ? clock.instant() : null);
            return Optional.of(id);
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "service_correction_one_live")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The administrator's word; false when it was not asked any more. */
    public boolean decide(long id, CorrectionStatus outcome, long by, String note) {
        return move(id, CorrectionStatus.ASKED, outcome, "decided_by = ?, decided_at = ?, decision_note = ?", by, note);
    }

    /** The second person's word; false when it did not wait for one any more. */
    public boolean confirm(long id, CorrectionStatus outcome, long by, String note) {
        return move(
                id,
                CorrectionStatus.APPROVED,
                outcome,
                "confirmed_by = ?, confirmed_at = ?, confirm_note = ?",
                by,
                note);
    }

    private boolean move(
            long id, CorrectionStatus from, CorrectionStatus to, String columns, @Nullable Long by, String note) {
        return sql.update(
                        "UPDATE service_correction SET status = ?, live_record_id = " + live(to) + ", " + columns
                                + ", version = version + 1 WHERE id = ? AND status = ?",
                        to,
                        by,
                        clock.instant(),
                        note,
                        id,
                        from)
                == 1;
    }

    /** Whoever asked does without; false when it was over. */
    public boolean withdraw(long id) {
        return sql.update(
                        "UPDATE service_correction SET status = 'WITHDRAWN', live_record_id = NULL, version = version + 1"
                                + " WHERE id = ? AND status IN ('ASKED', 'APPROVED')",
                        id)
                == 1;
    }

    private static String live(CorrectionStatus status) {
        return status.isOver() ? "NULL" : "record_id";
    }

    /** The wish with that id. */
    public Optional<Correction> find(long id) {
        return sql.first(CORRECTION + "w.id = ?", CorrectionRows::correction, id);
    }

    /** Wishes of a community in one of those states, newest first. */
    public Page<Correction> ofCommunity(long communityId, Set<CorrectionStatus> statuses, Window window) {
        String list = statuses.stream().map(s -> "'" + s.name() + "'").collect(Collectors.joining(", "));
        List<Correction> rows = sql.list(
                CORRECTION + "w.community_id = ? AND w.status IN (" + list
                        + ") AND w.id < ? ORDER BY w.id DESC LIMIT ?",
                CorrectionRows::correction,
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Correction::id);
    }

    /** Wishes about one record, newest first. */
    public List<Correction> ofRecord(long recordId) {
        return sql.list(
                CORRECTION + "w.record_id = ? ORDER BY w.id DESC LIMIT 50", CorrectionRows::correction, recordId);
    }

    private static Correction correction(Sql.Row row) throws SQLException {
        return new Correction(
                row.number(1),
                row.number(2),
                new Correction.Subject(
                        row.number(3),
                        new Who(row.number(4), row.text(5)),
                        new ServiceEntry.Item(row.number(6), row.text(7), row.text(8)),
                        row.instant(9),
                        row.instant(10),
                        row.integer(11)),
                row.integer(12),
                row.constant(13, CorrectionStatus.class),
                step(row, 14),
                step(row, 18),
                step(row, 22));
    }

    /** Id, name, instant and note in four columns that follow each other. */
    static Step step(Sql.Row row, int first) throws SQLException {
        @Nullable Long id = row.numberOrNull(first);
        @Nullable String name = row.textOrNull(first + 1);
        return new Step(
                id == null ? null : new Who(id, name == null ? "" : name),
                row.instantOrNull(first + 2),
                row.text(first + 3));
    }
}
