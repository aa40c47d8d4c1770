package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.time.Clocks;

/** What orders need to know of people. */
@ApplicationScoped
public class Residents {
    /** Those members m of a team who are at work: approved today and not paused. */
    static final String AT_WORK = " JOIN volunteer v ON v.person_id = m.person_id AND v.paused = 0"
            + " JOIN person p ON p.id = m.person_id AND EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id"
            + " AND g.role = 'VOLUNTEER' AND g.status = 'ACTIVE' AND g.valid_from <= ?"
            + " AND (g.valid_to IS NULL OR g.valid_to >= ?))";

    private static final String OPEN =
            OrderStatus.OPEN.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Residents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Somebody who may be served. */
    public record Resident(long id, long communityId, long homeUnitId, String name, String address) {}

    /** The person with that id. */
    public Optional<Resident> find(long personId) {
        return sql.first(
                "SELECT id, community_id, home_unit_id, name, address FROM person WHERE id = ?",
                row -> new Resident(row.number(1), row.number(2), row.number(3), row.text(4), row.text(5)),
                personId);
    }

    /** Members of a team who are at work in that community: a street's team has some of each. */
    public List<Long> volunteersOf(long teamId, long communityId) {
        String today = today(clock);
        return sql.list(
                "SELECT m.person_id FROM team_member m" + AT_WORK + " WHERE m.team_id = ? AND p.community_id = ?",
                row -> row.number(1),
                today,
                today,
                teamId,
                communityId);
    }

    static String today(Clock clock) {
        return clock.instant().atZone(Clocks.ZONE).toLocalDate().toString();
    }

    /** Whether that team belongs to a unit at or above the community, or within it. */
    public boolean teamServes(long teamId, long communityId) {
        return sql.number(
                        "SELECT COUNT(*) FROM team t JOIN org_unit u ON u.id = t.org_unit_id"
                                + " JOIN org_unit c ON c.id = ? WHERE t.id = ?"
                                + " AND (c.path LIKE CONCAT(u.path, '%') OR u.path LIKE CONCAT(c.path, '%'))",
                        communityId, teamId)
                > 0;
    }

    /** A team that may be asked. */
    public record TeamChoice(long id, String name, int volunteers) {}

    /** Teams that serve the community and have volunteers of it, those nearest to it first. */
    public List<TeamChoice> teamsServing(long communityId) {
        String today = today(clock);
        return sql.list(
                "SELECT t.id, t.name, COUNT(*) FROM team t JOIN org_unit u ON u.id = t.org_unit_id"
                        + " JOIN org_unit c ON c.id = ? JOIN team_member m ON m.team_id = t.id"
                        + AT_WORK
                        + " WHERE p.community_id = c.id AND (c.path LIKE CONCAT(u.path, '%') OR u.path LIKE CONCAT(c.path, '%'))"
                        + " GROUP BY t.id, t.name, u.path ORDER BY LENGTH(u.path) DESC, t.id LIMIT 50",
                row -> new TeamChoice(row.number(1), row.text(2), row.integer(3)),
                communityId,
                today,
                today);
    }

    /** Whether the person is a volunteer today. */
    public boolean isVolunteer(long personId) {
        String today = today(clock);
        return sql.number(
                        "SELECT COUNT(*) FROM role_grant WHERE person_id = ? AND role = 'VOLUNTEER'"
                                + " AND status = 'ACTIVE' AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)",
                        personId,
                        today,
                        today)
                > 0;
    }

    /** Orders that the volunteer has accepted and not finished, or been asked for by name, in the order of their ids. */
    public List<Long> ordersInHand(long volunteerId) {
        return sql.list(
                "SELECT order_id FROM assignment WHERE volunteer_id = ? AND live_order_id IS NOT NULL"
                        + " UNION SELECT order_id FROM dispatch WHERE volunteer_id = ? AND status = 'OFFERED' ORDER BY 1",
                row -> row.number(1),
                volunteerId,
                volunteerId);
    }

    /** Whether so many orders for that resident, or more, are not at an end yet. */
    public boolean hasOpenOrders(long principalId, int number) {
        return sql.number(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM service_order WHERE principal_id = ? AND status IN ("
                                + OPEN + ") LIMIT " + number + ") enough",
                        principalId)
                >= number;
    }

    /** Whether the person leads that team. */
    public boolean leads(long personId, long teamId) {
        return sql.number(
                        "SELECT COUNT(*) FROM team_member WHERE team_id = ? AND person_id = ? AND leader = 1",
                        teamId,
                        personId)
                > 0;
    }
}
