package org.linli.portal.activities.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityStatus;
import org.linli.portal.activities.Participant;
import org.linli.portal.activities.PersonState;
import org.linli.portal.activities.Plan;
import org.linli.portal.activities.domain.Roster;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;

/** Dates and who comes, to be changed in the present transaction. */
@ApplicationScoped
public class Activities {
    static final String COLUMNS = "a.id, a.series_id, a.community_id, a.brand_id, a.kind, a.title, a.unit_id, a.place,"
            + " a.team_id, a.starts_at, a.ends_at, a.capacity, a.status, a.hidden, a.signed_up, a.waiting, a.heads,"
            + " a.journal, a.data, a.roster, a.version";
    private static final String ACTIVITY = "SELECT " + COLUMNS + " FROM activity a ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Activities(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A new date.
     *
     * @param seriesId null when it stands alone
     * @param brandId null for the community's own
     */
    public record New(
            long id,
            @Nullable Long seriesId,
            long communityId,
            @Nullable String brandId,
            Plan plan,
            Data data) {}

    /** The date with that id. */
    public Optional<Activity> find(long id) {
        return sql.first(ACTIVITY + "WHERE a.id = ?", Activities::activity, id);
    }

    /**
     * The date, so that who comes may be changed: whoever else wants to waits until this transaction ends.
     *
     * @throws DomainException 404
     */
    public Activity take(long id) {
        if (sql.update("UPDATE activity SET roster = roster + 1 WHERE id = ?", id) == 0) {
            throw DomainException.notFound();
        }
        return find(id).orElseThrow(DomainException::notFound);
    }

    /** Writes a new date; false when the series has one at that instant, whatever became of it. */
    public boolean insert(New date) {
        Plan plan = date.plan();
        try {
            sql.update(
                    "INSERT INTO activity (id, series_id, community_id, brand_id, kind, title, unit_id, place, team_id,"
                            + " starts_at, ends_at, capacity, status, data, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)",
                    date.id(),
                    date.seriesId(),
                    date.communityId(),
                    date.brandId(),
                    plan.kind(),
                    plan.title(),
                    plan.unitId(),
                    plan.place(),
                    plan.teamId(),
                    plan.startsAt(),
                    plan.endsAt(),
                    plan.capacity(),
                    DataJson.write(date.data()),
                    clock.instant());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "activity_once")) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Changes plan and data of a date that is still planned.
     *
     * @throws DomainException 409 activities.date-taken when its series has one at that instant
     */
    public void change(Activity seen, Plan plan, Data data) {
        try {
            requireOne(update(seen, plan, data));
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "activity_once")) {
                throw DomainException.conflict("activities.date-taken");
            }
            throw e;
        }
    }

    private int update(Activity seen, Plan plan, Data data) {
        return sql.update(
                "UPDATE activity SET kind = ?, title = ?, unit_id = ?, place = ?, team_id = ?, starts_at = ?,"
                        + " ends_at = ?, capacity = ?, data = ?, version = version + 1"
                        + " WHERE id = ? AND version = ? AND status = 'PLANNED'",
                plan.kind(),
                plan.title(),
                plan.unitId(),
                plan.place(),
                plan.teamId(),
                plan.startsAt(),
                plan.endsAt(),
                plan.capacity(),
                DataJson.write(data),
                seen.id(),
                seen.version());
    }

    /** Finishes or cancels a planned date: once. */
    public void settle(Activity seen, ActivityStatus status, int heads, String journal, Data data) {
        requireOne(sql.update(
                "UPDATE activity SET status = ?, heads = ?, journal = ?, data = ?, settled_at = ?,"
                        + " version = version + 1 WHERE id = ? AND version = ? AND status = 'PLANNED'",
                status,
                heads,
                journal,
                DataJson.write(data),
                clock.instant(),
                seen.id(),
                seen.version()));
    }

    /** Removes a date for which nobody is on the list. */
    public void remove(long id) {
        sql.update("DELETE FROM activity_person WHERE activity_id = ?", id);
        sql.update("DELETE FROM activity WHERE id = ?", id);
    }

    /** Who is on the list. */
    public Roster roster(Activity activity) {
        return new Roster(activity.plan().capacity(), participants(activity.id()));
    }

    /** Who is on the list, in the order in which they came into their state. */
    public List<Participant> participants(long activityId) {
        return sql.list(
                "SELECT person_id, state, minutes, at FROM activity_person WHERE activity_id = ? ORDER BY at, person_id",
                row -> new Participant(
                        row.number(1), row.constant(2, PersonState.class), row.integer(3), row.instant(4)),
                activityId);
    }

    /** Writes what changed on the list, and how many come. */
    public void save(Activity activity, Roster roster) {
        if (record(activity, roster)) {
            sql.update(
                    "UPDATE activity SET signed_up = ?, waiting = ? WHERE id = ?",
                    roster.in(PersonState.SIGNED_UP).size(),
                    roster.in(PersonState.WAITING).size(),
                    activity.id());
        }
    }

    /** Writes what changed on the list; how many had signed up is kept. Whether there was anything. */
    public boolean record(Activity activity, Roster roster) {
        List<Participant> changes = roster.changes();
        for (Participant one : changes) {
            sql.update(
                    "INSERT INTO activity_person (activity_id, person_id, state, minutes, at) VALUES (?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE state = ?, minutes = ?, at = ?",
                    activity.id(),
                    one.personId(),
                    one.state(),
                    one.minutes(),
                    one.at(),
                    one.state(),
                    one.minutes(),
                    one.at());
        }
        return !changes.isEmpty();
    }

    /** The latest date of a series, whatever became of it. */
    public Optional<Activity> latest(long seriesId) {
        return sql.first(
                ACTIVITY + "WHERE a.series_id = ? ORDER BY a.starts_at DESC LIMIT 1", Activities::activity, seriesId);
    }

    /** Planned dates of a series that begin after an instant, in order of time. */
    public List<Activity> ahead(long seriesId, Instant after) {
        return sql.list(
                ACTIVITY + "WHERE a.series_id = ? AND a.status = 'PLANNED' AND a.starts_at > ? ORDER BY a.starts_at",
                Activities::activity,
                seriesId,
                after);
    }

    /** Cancelled dates of a series that would have begun after an instant. */
    public List<Activity> cancelled(long seriesId, Instant after) {
        return sql.list(
                ACTIVITY + "WHERE a.series_id = ? AND a.status = 'CANCELLED' AND a.starts_at > ?",
                Activities::activity,
                seriesId,
                after);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw DomainException.of(DomainException.Kind.CHANGED, "platform.changed-meanwhile");
        }
    }

    static Activity activity(Sql.Row row) throws SQLException {
        Long capacity = row.numberOrNull(12);
        return new Activity(
                row.number(1),
                row.numberOrNull(2),
                row.number(3),
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
                row.constant(13, ActivityStatus.class),
                row.flag(14),
                new Activity.Counts(row.integer(15), row.integer(16), row.integer(17)),
                row.text(18),
                DataJson.read(row.text(19)),
                row.number(20),
                row.number(21));
    }
}
