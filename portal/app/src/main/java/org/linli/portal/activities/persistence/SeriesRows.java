package org.linli.portal.activities.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Plan;
import org.linli.portal.activities.Series;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;

/** Series, to be changed in the present transaction. */
@ApplicationScoped
public class SeriesRows {
    private static final String SERIES = "SELECT s.id, s.community_id, s.brand_id, s.plan_key, s.kind, s.title,"
            + " s.unit_id, s.place, s.team_id, s.starts_at, s.ends_at, s.capacity, s.recur_every, s.recur_unit,"
            + " s.weekdays, s.until_at, s.assigned, s.data, s.planned_until, s.ended_at, s.version"
            + " FROM activity_series s WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public SeriesRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Series> find(long id) {
        return sql.first(SERIES + "s.id = ?", SeriesRows::series, id);
    }

    /** The brand's series of that key. */
    public Optional<Series> find(BrandRef brand, String key) {
        return sql.first(
                SERIES + "s.community_id = ? AND s.brand_id = ? AND s.plan_key = ?",
                SeriesRows::series,
                brand.communityId(),
                brand.brandId(),
                key);
    }

    /** The community's own recurring series that go on, newest first. */
    public List<Series> own(long communityId, Window window) {
        return sql.list(
                SERIES + "s.community_id = ? AND s.brand_id IS NULL AND s.ended_at IS NULL AND s.id < ?"
                        + " ORDER BY s.id DESC LIMIT ?",
                SeriesRows::series,
                communityId,
                window.before(),
                window.fetchSize());
    }

    /** Ids of series that go on and have no dates yet up to that instant; some of them when there are many. */
    public List<Long> shortOf(Instant ahead, int limit) {
        return sql.list(
                "SELECT id FROM activity_series WHERE planned_until < ? AND ended_at IS NULL AND hidden = 0"
                        + " AND recur_unit IS NOT NULL ORDER BY planned_until LIMIT ?",
                row -> row.number(1),
                ahead,
                limit);
    }

    public void insert(Series series) {
        sql.update(
                "INSERT INTO activity_series (kind, title, unit_id, place, team_id, starts_at, ends_at, capacity,"
                        + " recur_every, recur_unit, weekdays, until_at, assigned, data, planned_until, ended_at,"
                        + " id, community_id, brand_id, plan_key, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(series, series.id(), series.communityId(), series.brandId(), series.key(), clock.instant()));
    }

    /**
     * Writes the plan anew.
     *
     * @throws DomainException 412 when somebody changed it since it was read
     */
    public void change(Series series) {
        int rows = sql.update(
                "UPDATE activity_series SET kind = ?, title = ?, unit_id = ?, place = ?, team_id = ?, starts_at = ?,"
                        + " ends_at = ?, capacity = ?, recur_every = ?, recur_unit = ?, weekdays = ?, until_at = ?,"
                        + " assigned = ?, data = ?, planned_until = ?, ended_at = ?, version = version + 1"
                        + " WHERE id = ? AND version = ?",
                values(series, series.id(), series.version()));
        if (rows != 1) {
            throw DomainException.of(DomainException.Kind.CHANGED, "platform.changed-meanwhile");
        }
    }

    /** It goes on no longer; false when it had ended before. */
    public boolean end(long id) {
        return sql.update(
                        "UPDATE activity_series SET ended_at = ?, version = version + 1 WHERE id = ? AND ended_at IS NULL",
                        clock.instant(),
                        id)
                == 1;
    }

    /** Dates before that instant exist from now on; false when somebody else made them or changed the plan meanwhile. */
    public boolean planned(Series seen, Instant until) {
        return sql.update(
                        "UPDATE activity_series SET planned_until = ? WHERE id = ? AND version = ? AND planned_until = ?",
                        until,
                        seen.id(),
                        seen.version(),
                        seen.plannedUntil())
                == 1;
    }

    private static @Nullable Object[] values(Series series, @Nullable Object... more) {
        Plan plan = series.plan();
        Recurrence recurrence = series.recurrence();
        @Nullable
        Object[] own = {
            plan.kind(),
            plan.title(),
            plan.unitId(),
            plan.place(),
            plan.teamId(),
            plan.startsAt(),
            plan.endsAt(),
            plan.capacity(),
            recurrence == null ? 1 : recurrence.every(),
            recurrence == null ? null : recurrence.unit(),
            recurrence == null
                    ? ""
                    : recurrence.weekdays().stream().map(String::valueOf).collect(Collectors.joining()),
            recurrence == null ? null : recurrence.until(),
            series.assigned().stream().map(String::valueOf).collect(Collectors.joining(",")),
            DataJson.write(series.data()),
            series.plannedUntil(),
            series.endedAt()
        };
        @Nullable Object[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return all;
    }

    private static Series series(Sql.Row row) throws SQLException {
        Long capacity = row.numberOrNull(12);
        return new Series(
                row.number(1),
                row.number(2),
                row.textOrNull(3),
                row.textOrNull(4),
                new Plan(
                        row.text(5),
                        row.text(6),
                        row.number(7),
                        row.text(8),
                        row.numberOrNull(9),
                        row.instant(10),
                        row.instant(11),
                        capacity == null ? null : (Integer) capacity.intValue()),
                recurrence(row),
                Arrays.stream(row.text(17).split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .toList(),
                DataJson.read(row.text(18)),
                row.instant(19),
                row.instantOrNull(20),
                row.number(21));
    }

    private static @Nullable Recurrence recurrence(Sql.Row row) throws SQLException {
        String unit = row.textOrNull(14);
        return unit == null
                ? null
                : new Recurrence(
                        row.integer(13),
                        Recurrence.Unit.valueOf(unit),
                        row.text(15).chars().mapToObj(c -> c - '0').toList(),
                        row.instantOrNull(16));
    }
}
