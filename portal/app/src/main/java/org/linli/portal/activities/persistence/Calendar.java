package org.linli.portal.activities.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityPerson;
import org.linli.portal.activities.ActivityStatus;
import org.linli.portal.activities.Agenda;
import org.linli.portal.activities.PersonState;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.persistence.Sql;

/** Reads dates and lists for those who look at them. */
@ApplicationScoped
public class Calendar {
    private static final String ACTIVITY = "SELECT " + Activities.COLUMNS + " FROM activity a ";
    private static final String ON_LIST = "EXISTS (SELECT 1 FROM activity_person p WHERE p.activity_id = a.id"
            + " AND p.person_id = ? AND p.state <> 'WITHDRAWN')";

    private final Sql sql;

    @Inject
    public Calendar(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who looks at which community.
     *
     * @param all also what nobody may sign up for
     */
    public record Reader(long communityId, long personId, boolean all) {}

    /** Dates of a community in order of time. */
    public List<Activity> agenda(Reader reader, Agenda agenda, Agenda.Cursor after, int limit) {
        List<Object> arguments = new ArrayList<>(List.of(reader.communityId(), agenda.from(), agenda.to()));
        StringBuilder where =
                new StringBuilder("WHERE a.community_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.hidden = 0");
        if (!reader.all()) {
            where.append(" AND (a.capacity IS NULL OR a.capacity > 0 OR ")
                    .append(ON_LIST)
                    .append(")");
            arguments.add(reader.personId());
        }
        if (agenda.kind() != null) {
            if (!agenda.kind().chars().allMatch(c -> c < 0x80)) {
                return List.of(); // codes are ASCII: the column cannot even be compared with anything else
            }
            where.append(" AND a.kind = ?");
            arguments.add(agenda.kind());
        }
        if (agenda.mine()) {
            where.append(" AND ").append(ON_LIST);
            arguments.add(reader.personId());
        }
        where.append(" AND (a.starts_at > ? OR (a.starts_at = ? AND a.id > ?)) ORDER BY a.starts_at, a.id LIMIT ?");
        Collections.addAll(arguments, after.startsAt(), after.startsAt(), after.id(), limit);
        return sql.list(ACTIVITY + where, Activities::activity, arguments.toArray());
    }

    /** Planned dates that began in that span, latest first: who came is not recorded yet. */
    public List<Activity> unrecorded(long communityId, Instant from, Instant to) {
        return sql.list(
                ACTIVITY + "WHERE a.community_id = ? AND a.hidden = 0 AND a.status = 'PLANNED' AND a.starts_at >= ?"
                        + " AND a.starts_at < ? ORDER BY a.starts_at DESC LIMIT 50",
                Activities::activity,
                communityId,
                from,
                to);
    }

    /** How somebody stands to those dates; without those to which they never were on the list. */
    public Map<Long, PersonState> states(long personId, Collection<Long> activityIds) {
        if (activityIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, PersonState> states = new HashMap<>();
        sql.list(
                "SELECT activity_id, state FROM activity_person WHERE person_id = ? AND activity_id IN ("
                        + marks(activityIds) + ")",
                row -> states.put(row.number(1), row.constant(2, PersonState.class)),
                with(personId, activityIds));
        return states;
    }

    /** Who is on the lists of those dates, in the order in which they came into their state. */
    public Map<Long, List<ActivityPerson>> people(Collection<Long> activityIds) {
        if (activityIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<ActivityPerson>> people = new HashMap<>();
        sql.list(
                "SELECT w.activity_id, w.person_id, p.name, p.public_number, w.state, w.minutes FROM activity_person w"
                        + " JOIN person p ON p.id = w.person_id WHERE w.activity_id IN (" + marks(activityIds)
                        + ") AND w.state <> 'WITHDRAWN' ORDER BY w.at, w.person_id",
                row -> people.computeIfAbsent(row.number(1), id -> new ArrayList<>())
                        .add(new ActivityPerson(
                                row.number(2),
                                row.text(3),
                                row.text(4),
                                row.constant(5, PersonState.class),
                                row.integer(6))),
                activityIds.toArray());
        return people;
    }

    /** Whether somebody is on the list of a date. */
    public boolean knows(long personId, long activityId) {
        return sql.number(
                        "SELECT COUNT(*) FROM activity_person WHERE activity_id = ? AND person_id = ?"
                                + " AND state <> 'WITHDRAWN'",
                        activityId,
                        personId)
                > 0;
    }

    /** Whether somebody leads that team. */
    public boolean leads(long personId, long teamId) {
        return sql.number(
                        "SELECT COUNT(*) FROM team_member WHERE team_id = ? AND person_id = ? AND leader = 1",
                        teamId,
                        personId)
                > 0;
    }

    /** Dates of a brand's kind that begin in that span, in order of time. */
    public List<Activity> ofBrand(BrandRef brand, String kind, Instant from, Instant to, int limit) {
        return sql.list(
                ACTIVITY + "WHERE a.community_id = ? AND a.brand_id = ? AND a.kind = ? AND a.starts_at >= ?"
                        + " AND a.starts_at < ? ORDER BY a.starts_at, a.id LIMIT ?",
                Activities::activity,
                brand.communityId(),
                brand.brandId(),
                kind,
                from,
                to,
                limit);
    }

    /** Planned dates of a brand's kind that are not over yet and expect the person, in order of time. */
    public List<Activity> upcoming(BrandRef brand, String kind, long personId, Instant now, int limit) {
        return sql.list(
                ACTIVITY + "JOIN activity_person w ON w.activity_id = a.id AND w.person_id = ?"
                        + " AND w.state IN ('ASSIGNED', 'SIGNED_UP') WHERE a.community_id = ? AND a.brand_id = ?"
                        + " AND a.kind = ? AND a.status = 'PLANNED' AND a.ends_at > ? ORDER BY a.starts_at, a.id LIMIT ?",
                Activities::activity,
                personId,
                brand.communityId(),
                brand.brandId(),
                kind,
                now,
                limit);
    }

    /** How many dates of a brand's kind that began since then are finished, and how many people were counted. */
    public long[] finished(BrandRef brand, String kind, Instant since) {
        return sql.first(
                        "SELECT COUNT(*), COALESCE(SUM(heads), 0) FROM activity WHERE community_id = ? AND brand_id = ?"
                                + " AND kind = ? AND starts_at >= ? AND status = ?",
                        row -> new long[] {row.number(1), row.number(2)},
                        brand.communityId(),
                        brand.brandId(),
                        kind,
                        since,
                        ActivityStatus.FINISHED)
                .orElseThrow();
    }

    private static String marks(Collection<Long> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?"));
    }

    private static @Nullable Object[] with(long first, Collection<Long> ids) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(ids);
        return all.toArray();
    }
}
