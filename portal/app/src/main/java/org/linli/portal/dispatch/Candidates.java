package org.linli.portal.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgUnitView.Position;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.time.Clocks;

/**
 * Gathers the volunteers of a community with all facts of the ranking, in three statements whatever their number. Knows
 * no callers: whoever shows them to somebody checks that first.
 */
@ApplicationScoped
public class Candidates {
    private static final Duration RECENT = Duration.ofDays(30);

    private final Sql sql;
    private final Clock clock;
    private final Ranking ranking = new Ranking(Weights.USUAL);

    @Inject
    public Candidates(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The best candidates for that need, at most that many, those who may not be asked at the end. */
    public List<Ranked> best(Need need, int limit) {
        List<Ranked> ranked = ranking.rank(need, of(need));
        return ranked.subList(0, Math.min(limit, ranked.size()));
    }

    /** Those of them who are asked for, ranked as among all; whoever is no active volunteer of the community is missing. */
    public List<Ranked> some(Need need, Set<Long> volunteerIds) {
        LocalDate today = today();
        long usual = sql.number(
                USUAL_MINUTES,
                need.communityId(),
                clock.instant().minus(RECENT),
                need.communityId(),
                today.toString(),
                today.toString());
        return ranking.rank(need, gather(need, volunteerIds), Math.toIntExact(usual));
    }

    /** All active volunteers of the need's community, without order. */
    public List<Candidate> of(Need need) {
        return gather(need, Set.of());
    }

    /** An empty set means all. */
    private List<Candidate> gather(Need need, Set<Long> only) {
        String list = only.isEmpty() ? "" : " IN (" + String.join(", ", Collections.nCopies(only.size(), "?")) + ")";
        String among = only.isEmpty() ? "" : " AND p.id" + list;
        Map<Long, Set<String>> skills = new HashMap<>();
        Map<Long, List<Candidate.Hours>> hours = new HashMap<>();
        if (!need.skills().isEmpty()) {
            sql.list(
                            "SELECT s.person_id, s.skill_code FROM volunteer_skill s"
                                    + " JOIN person p ON p.id = s.person_id WHERE p.community_id = ?" + among,
                            row -> Map.entry(row.number(1), row.text(2)),
                            with(only, need.communityId()))
                    .forEach(e -> skills.computeIfAbsent(e.getKey(), id -> new HashSet<>())
                            .add(e.getValue()));
        }
        sql.list(
                        "SELECT a.person_id, a.weekday, a.from_minute, a.to_minute FROM volunteer_availability a"
                                + " JOIN person p ON p.id = a.person_id WHERE p.community_id = ?" + among,
                        row -> Map.entry(
                                row.number(1), new Candidate.Hours(row.integer(2), row.integer(3), row.integer(4))),
                        with(only, need.communityId()))
                .forEach(e -> hours.computeIfAbsent(e.getKey(), id -> new ArrayList<>())
                        .add(e.getValue()));
        String today = today().toString();
        List<Object> parameters =
                new ArrayList<>(List.of(need.communityId(), clock.instant().minus(RECENT)));
        parameters.addAll(only);
        parameters.addAll(List.of(need.orderId(), need.communityId(), today, today));
        parameters.addAll(only);
        return sql.list(
                VOLUNTEERS.formatted(only.isEmpty() ? "" : "AND r.volunteer_id" + list) + among,
                row -> candidate(row, skills, hours),
                parameters.toArray());
    }

    private LocalDate today() {
        return clock.instant().atZone(Clocks.ZONE).toLocalDate();
    }

    private static Object[] with(Set<Long> only, Object... first) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(only);
        return all.toArray();
    }

    private static final String USUAL_MINUTES = """
            SELECT COALESCE(ROUND(AVG(COALESCE(served.minutes, 0))), 0)
            FROM volunteer v
            JOIN person p ON p.id = v.person_id
            LEFT JOIN (SELECT r.volunteer_id, SUM(r.minutes) AS minutes FROM service_record r
              WHERE r.community_id = ? AND r.recorded_at >= ? GROUP BY r.volunteer_id) served
              ON served.volunteer_id = p.id
            WHERE p.community_id = ? AND v.paused = 0
              AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = 'VOLUNTEER'
                AND g.status = 'ACTIVE' AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to >= ?))
            """;

    private static final String VOLUNTEERS = """
            SELECT p.id, p.name, p.public_number, home.name, home.path,
              COALESCE(home.east_m, upper.east_m, top.east_m), COALESCE(home.north_m, upper.north_m, top.north_m),
              (SELECT COUNT(*) FROM assignment a WHERE a.volunteer_id = p.id AND a.ended_at IS NULL),
              GREATEST(COALESCE(served.minutes, 0), 0), COALESCE(asked.open_offers, 0), COALESCE(asked.refused, 0)
            FROM volunteer v
            JOIN person p ON p.id = v.person_id
            JOIN org_unit home ON home.id = p.home_unit_id
            LEFT JOIN org_unit upper ON upper.id = home.parent_id
            LEFT JOIN org_unit top ON top.id = upper.parent_id
            LEFT JOIN (SELECT r.volunteer_id, SUM(r.minutes) AS minutes FROM service_record r
              WHERE r.community_id = ? AND r.recorded_at >= ? %s GROUP BY r.volunteer_id) served
              ON served.volunteer_id = p.id
            LEFT JOIN (SELECT d.volunteer_id, SUM(d.status = 'OFFERED') AS open_offers,
                SUM(d.status IN ('ACCEPTED', 'DECLINED', 'LAPSED')) AS refused FROM dispatch d
              WHERE d.order_id = ? AND d.volunteer_id IS NOT NULL GROUP BY d.volunteer_id) asked
              ON asked.volunteer_id = p.id
            WHERE p.community_id = ? AND v.paused = 0
              AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = 'VOLUNTEER'
                AND g.status = 'ACTIVE' AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to >= ?))
            """;

    private static Candidate candidate(
            Sql.Row row, Map<Long, Set<String>> skills, Map<Long, List<Candidate.Hours>> hours) throws SQLException {
        long id = row.number(1);
        return new Candidate(
                id,
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                position(row.numberOrNull(6), row.numberOrNull(7)),
                skills.getOrDefault(id, Set.of()),
                hours.getOrDefault(id, List.of()),
                row.integer(8),
                row.integer(9),
                answer(row.number(10), row.number(11)));
    }

    /** ACCEPTED counts as refused: if the order is to be dispatched again, it was given back. */
    private static Candidate.Answer answer(long openOffers, long refused) {
        if (openOffers > 0) {
            return Candidate.Answer.ASKED;
        }
        return refused > 0 ? Candidate.Answer.REFUSED : Candidate.Answer.NONE;
    }

    private static @Nullable Position position(@Nullable Long east, @Nullable Long north) {
        return east == null || north == null ? null : new Position(east.intValue(), north.intValue());
    }
}
