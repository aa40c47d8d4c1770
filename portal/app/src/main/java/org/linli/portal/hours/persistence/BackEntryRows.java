package org.linli.portal.hours.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.BackEntryStatus;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.hours.Who;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Services of the past that staff enter, and what is said against them. Knows no callers. */
@ApplicationScoped
public class BackEntryRows {
    private static final String ENTRY = """
            SELECT b.id, b.community_id, b.volunteer_id, v.name, b.item_id, i.name, i.name_en, b.started_at, b.ended_at,
              b.minutes, b.status, b.entered_by, e.name, b.entered_at, b.reason, b.approved_by, a.name, b.approved_at, '',
              b.announced_until, b.decided_by, d.name, b.decided_at, b.decision_note,
              (SELECT COUNT(*) FROM service_objection o WHERE o.back_entry_id = b.id)
            FROM service_back_entry b
            JOIN person v ON v.id = b.volunteer_id
            JOIN service_item i ON i.id = b.item_id
            LEFT JOIN person e ON e.id = b.entered_by
            LEFT JOIN person a ON a.id = b.approved_by
            LEFT JOIN person d ON d.id = b.decided_by
            WHERE\s""";
    private static final String OBJECTION =
            "SELECT o.id, o.person_id, p.name, o.made_at, o.reason FROM service_objection o"
                    + " JOIN person p ON p.id = o.person_id WHERE o.back_entry_id = ?";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public BackEntryRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A past service, checked. */
    public record New(
            long communityId, long volunteerId, long itemId, Instant from, Instant to, int minutes, String reason) {}

    /** Keeps an entry; empty when the volunteer has one that begins at the same time. */
    public Optional<Long> add(New entry, long enteredBy) {
        long id = Ids.next();
        try {
            sql.update(
                    "INSERT INTO service_back_entry (id, community_id, volunteer_id, live_volunteer, item_id, started_at,"
                            + " ended_at, minutes, reason, entered_by, entered_at, status)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ENTERED')",
                    id,
                    entry.communityId(),
                    entry.volunteerId(),
                    entry.volunteerId(),
                    entry.itemId(),
                    entry.from(),
                    entry.to(),
                    entry.minutes(),
                    entry.reason(),
                    enteredBy,
                    clock.instant());
            return Optional.of(id);
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "service_back_entry_once")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes those who enter, count or certify services of one volunteer wait for each other, on any number of nodes. */
    public void takeTurn(long volunteerId) {
        sql.update(
                "INSERT INTO service_back_entry_turn (volunteer_id, turn) VALUES (?, 1)"
                        + " ON DUPLICATE KEY UPDATE turn = turn + 1",
                volunteerId);
    }

    /** Whether another entry of the volunteer that may still count overlaps that time. */
    public boolean overlaps(long volunteerId, Instant from, Instant to, long exceptId) {
        return sql.number(
                        "SELECT COUNT(*) FROM service_back_entry WHERE volunteer_id = ? AND started_at < ? AND ended_at > ?"
                                + " AND id <> ? AND status IN ('ENTERED', 'ANNOUNCED', 'OBJECTED')",
                        volunteerId,
                        to,
                        from,
                        exceptId)
                > 0;
    }

    /** The second person approves: announced until then; false when it waited for nobody. */
    public boolean announce(long id, long by, Instant until) {
        return sql.update(
                        "UPDATE service_back_entry SET status = 'ANNOUNCED', approved_by = ?, approved_at = ?,"
                                + " announced_until = ?, version = version + 1 WHERE id = ? AND status = 'ENTERED'",
                        by,
                        clock.instant(),
                        until,
                        id)
                == 1;
    }

    /** Somebody objects in time; false when it is not announced any more. */
    public boolean object(long id) {
        return sql.update(
                        "UPDATE service_back_entry SET status = 'OBJECTED', version = version + 1 WHERE id = ?"
                                + " AND status IN ('ANNOUNCED', 'OBJECTED') AND announced_until > ?",
                        id,
                        clock.instant())
                == 1;
    }

    /** Keeps an objection; false when that person objected before. */
    public boolean addObjection(long id, long personId, String reason) {
        try {
            sql.update(
                    "INSERT INTO service_objection (id, back_entry_id, person_id, reason, made_at) VALUES (?, ?, ?, ?, ?)",
                    Ids.next(),
                    id,
                    personId,
                    reason,
                    clock.instant());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "service_objection_once")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Somebody's word, or the portal's.
     *
     * @param by null for the portal
     * @return false when it stood elsewhere
     */
    public boolean decide(long id, BackEntryStatus from, BackEntryStatus to, @Nullable Long by, String note) {
        String live = to == BackEntryStatus.REFUSED || to == BackEntryStatus.WITHDRAWN ? ", live_volunteer = NULL" : "";
        return sql.update(
                        "UPDATE service_back_entry SET status = ?, decided_by = ?, decided_at = ?, decision_note = ?"
                                + live + ", version = version + 1 WHERE id = ? AND status = ?",
                        to,
                        by,
                        clock.instant(),
                        note,
                        id,
                        from)
                == 1;
    }

    /** The announcement is over and nobody's objection is open; false when somebody was faster. */
    public boolean count(long id) {
        return sql.update(
                        "UPDATE service_back_entry SET status = 'COUNTED', version = version + 1 WHERE id = ?"
                                + " AND status = 'ANNOUNCED' AND announced_until <= ?",
                        id,
                        clock.instant())
                == 1;
    }

    /** Ids of those whose announcement is over, the oldest first. */
    public List<Long> due(int limit) {
        return sql.list(
                "SELECT id FROM service_back_entry WHERE status = 'ANNOUNCED' AND announced_until <= ?"
                        + " ORDER BY announced_until LIMIT ?",
                row -> row.number(1),
                clock.instant(),
                limit);
    }

    /** The entry with that id. */
    public Optional<BackEntry> find(long id) {
        return sql.first(ENTRY + "b.id = ?", BackEntryRows::entry, id);
    }

    /** Entries of a community in one of those states, newest first. */
    public Page<BackEntry> ofCommunity(long communityId, Set<BackEntryStatus> statuses, Window window) {
        String list = statuses.stream().map(s -> "'" + s.name() + "'").collect(Collectors.joining(", "));
        List<BackEntry> rows = sql.list(
                ENTRY + "b.community_id = ? AND b.status IN (" + list + ") AND b.id < ? ORDER BY b.id DESC LIMIT ?",
                BackEntryRows::entry,
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, BackEntry::id);
    }

    /** Objections against an entry, the oldest first. */
    public List<BackEntry.Objection> objections(long id) {
        return sql.list(OBJECTION + " ORDER BY o.id LIMIT 200", BackEntryRows::objection, id);
    }

    /** What that person said against an entry; empty when nothing. */
    public Optional<BackEntry.Objection> objection(long id, long personId) {
        return sql.first(OBJECTION + " AND o.person_id = ?", BackEntryRows::objection, id, personId);
    }

    /** The usual minutes of an item of the community; empty when it is none of its own. */
    public Optional<Integer> usualMinutes(long itemId, long communityId) {
        return sql.first(
                "SELECT expected_minutes FROM service_item WHERE id = ? AND community_id = ?",
                row -> row.integer(1),
                itemId,
                communityId);
    }

    /** Whether that person of the community is or was a volunteer. */
    public boolean isVolunteer(long personId) {
        return sql.number("SELECT COUNT(*) FROM volunteer WHERE person_id = ?", personId) == 1;
    }

    private static BackEntry.Objection objection(Sql.Row row) throws SQLException {
        return new BackEntry.Objection(row.number(1), new Who(row.number(2), row.text(3)), row.instant(4), row.text(5));
    }

    private static BackEntry entry(Sql.Row row) throws SQLException {
        return new BackEntry(
                row.number(1),
                row.number(2),
                new Who(row.number(3), row.text(4)),
                new ServiceEntry.Item(row.number(5), row.text(6), row.text(7)),
                row.instant(8),
                row.instant(9),
                row.integer(10),
                row.constant(11, BackEntryStatus.class),
                CorrectionRows.step(row, 12),
                CorrectionRows.step(row, 16),
                row.instantOrNull(20),
                CorrectionRows.step(row, 21),
                row.integer(25));
    }
}
