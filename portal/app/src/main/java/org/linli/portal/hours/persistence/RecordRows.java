package org.linli.portal.hours.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.CorrectionStatus;
import org.linli.portal.hours.HoursTotal;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads the time record. Knows no callers. */
@ApplicationScoped
public class RecordRows {
    private static final String ENTRY = """
            SELECT r.id, r.community_id, c.name, r.volunteer_id, v.name, v.public_number, r.item_id, i.name, i.name_en,
              r.started_at, r.ended_at, r.minutes, r.evidence, r.recorded_at, r.order_id, o.number, a.journal,
              r.reverses_id, r.replaces_id, r.reason, r.minutes > 0 AND x.id IS NULL,
              (SELECT w.status FROM service_correction w WHERE w.record_id = r.id ORDER BY w.id DESC LIMIT 1)
            FROM service_record r
            JOIN org_unit c ON c.id = r.community_id
            JOIN person v ON v.id = r.volunteer_id
            JOIN service_item i ON i.id = r.item_id
            LEFT JOIN service_record x ON x.reverses_id = r.id
            LEFT JOIN service_order o ON o.id = r.order_id
            LEFT JOIN assignment a ON a.order_id = r.order_id AND a.volunteer_id = r.volunteer_id
              AND a.end_reason = 'DONE'
            WHERE\s""";

    private final Sql sql;

    @Inject
    public RecordRows(Sql sql) {
        this.sql = sql;
    }

    /** The record with that id. */
    public Optional<ServiceEntry> find(long id) {
        return sql.first(ENTRY + "r.id = ?", RecordRows::entry, id);
    }

    /** All records of a volunteer, reversed and reversing ones too, newest first. */
    public Page<ServiceEntry> ofVolunteer(long volunteerId, Window window) {
        return page(window, "r.volunteer_id = ?", volunteerId);
    }

    /** All records of a community, newest first. */
    public Page<ServiceEntry> ofCommunity(long communityId, Window window) {
        return page(window, "r.community_id = ?", communityId);
    }

    private Page<ServiceEntry> page(Window window, String condition, long key) {
        List<ServiceEntry> rows = sql.list(
                ENTRY + condition + " AND r.id < ? ORDER BY r.id DESC LIMIT ?",
                RecordRows::entry,
                key,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, ServiceEntry::id);
    }

    /** What stood at that instant of the services that ended in a time, the oldest first. */
    public List<ServiceEntry> standing(long volunteerId, Instant from, Instant to, Instant at) {
        return sql.list(
                ENTRY + "r.volunteer_id = ? AND r.ended_at >= ? AND r.ended_at < ? AND r.minutes > 0"
                        + " AND r.recorded_at <= ? AND (x.id IS NULL OR x.recorded_at > ?) ORDER BY r.started_at, r.id",
                RecordRows::entry,
                volunteerId,
                from,
                to,
                at,
                at);
    }

    /** The sums of a volunteer; reversed records count nothing. */
    public HoursTotal total(long volunteerId, Instant yearBegan) {
        return sql.first(
                        "SELECT COALESCE(SUM(minutes), 0), COALESCE(SUM(CASE WHEN ended_at >= ? THEN minutes END), 0),"
                                + " COALESCE(SUM(SIGN(minutes)), 0), MIN(started_at) FROM service_record"
                                + " WHERE volunteer_id = ?",
                        row -> new HoursTotal(row.number(1), row.number(2), row.number(3), row.instantOrNull(4)),
                        yearBegan,
                        volunteerId)
                .orElseThrow();
    }

    /** Whether a record that stands overlaps that time of the volunteer. */
    public boolean overlaps(long volunteerId, Instant from, Instant to) {
        return sql.number(
                        "SELECT COUNT(*) FROM service_record r WHERE r.volunteer_id = ? AND r.started_at < ?"
                                + " AND r.ended_at > ? AND r.minutes > 0 AND NOT EXISTS"
                                + " (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)",
                        volunteerId,
                        to,
                        from)
                > 0;
    }

    static ServiceEntry entry(Sql.Row row) throws SQLException {
        @Nullable Long order = row.numberOrNull(15);
        @Nullable String journal = row.textOrNull(17);
        @Nullable String wish = row.textOrNull(22);
        return new ServiceEntry(
                row.number(1),
                new ServiceEntry.Place(row.number(2), row.text(3)),
                new ServiceEntry.Volunteer(row.number(4), row.text(5), row.text(6)),
                new ServiceEntry.Item(row.number(7), row.text(8), row.text(9)),
                row.instant(10),
                row.instant(11),
                row.integer(12),
                row.text(13),
                row.instant(14),
                order == null ? null : new ServiceEntry.Order(order, row.text(16), journal == null ? "" : journal),
                new ServiceEntry.Change(
                        row.numberOrNull(18),
                        row.numberOrNull(19),
                        row.text(20),
                        row.flag(21),
                        wish == null ? null : CorrectionStatus.valueOf(wish)));
    }
}
