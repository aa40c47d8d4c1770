package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.time.Clocks;

/** Reads volunteers for other features, with skills and hours. Knows no callers. */
@ApplicationScoped
public class Volunteers {
    private static final String ACTIVE = " EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = v.person_id"
            + " AND g.role = 'VOLUNTEER' AND g.status = 'ACTIVE' AND g.valid_from <= ?"
            + " AND (g.valid_to IS NULL OR g.valid_to >= ?))";
    private static final String VOLUNTEER = "SELECT v.person_id, p.name, p.public_number, p.community_id,"
            + " p.home_unit_id, v.paused, v.intro, v.joined_on, v.version FROM volunteer v"
            + " JOIN person p ON p.id = v.person_id WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Volunteers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Everybody who may be offered an order of the community: approved today and not paused. */
    public List<VolunteerView> available(long communityId) {
        LocalDate today = today();
        return read("p.community_id = ? AND v.paused = 0 AND" + ACTIVE, communityId, today, today);
    }

    /** The volunteer's profile, approved or not. */
    public Optional<VolunteerView> find(long personId) {
        return read("v.person_id = ?", personId).stream().findFirst();
    }

    /** All skills in the order of the catalogue. */
    public List<Skill> skills() {
        return sql.list(
                "SELECT code, name_zh, name_en FROM skill ORDER BY position",
                row -> new Skill(row.text(1), row.text(2), row.text(3)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }

    private List<VolunteerView> read(String condition, Object... arguments) {
        String of = " x JOIN volunteer v ON v.person_id = x.person_id JOIN person p ON p.id = v.person_id WHERE ";
        Map<Long, Set<String>> skills = new HashMap<>();
        sql.list(
                "SELECT x.person_id, x.skill_code FROM volunteer_skill" + of + condition,
                row -> skills.computeIfAbsent(row.number(1), id -> new HashSet<>())
                        .add(row.text(2)),
                arguments);
        Map<Long, List<Availability>> hours = new HashMap<>();
        sql.list(
                "SELECT x.person_id, x.weekday, x.from_minute, x.to_minute FROM volunteer_availability" + of + condition
                        + " ORDER BY x.weekday, x.from_minute",
                row -> hours.computeIfAbsent(row.number(1), id -> new ArrayList<>())
                        .add(new Availability(row.integer(2), row.integer(3), row.integer(4))),
                arguments);
        return sql.list(
                VOLUNTEER + condition + " ORDER BY v.person_id",
                row -> new VolunteerView(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        row.number(4),
                        row.number(5),
                        skills.getOrDefault(row.number(1), Set.of()),
                        hours.getOrDefault(row.number(1), List.of()),
                        row.flag(6),
                        row.text(7),
                        LocalDate.parse(row.text(8)),
                        row.number(9)),
                arguments);
    }
}
