package org.linli.portal.people;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.time.Clocks;

/** 志愿队伍: volunteer teams, a tree of their own. Everybody sees the teams, only their communities see the members. */
@Desk
public class Teams {
    private static final String TEAM = "SELECT t.id, t.parent_id, t.kind, t.code, t.name, t.org_unit_id, u.name,"
            + " (SELECT COUNT(*) FROM team_member m WHERE m.team_id = t.id) FROM team t"
            + " JOIN org_unit u ON u.id = t.org_unit_id ";

    private final Sql sql;
    private final OrgTree tree;
    private final Caller caller;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Teams(Sql sql, OrgTree tree, Caller caller, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.tree = tree;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A team.
     *
     * @param kind HEADQUARTERS 总队, SERVICE 服务队, BRANCH 支队, SECTION 分队 …
     */
    public record Team(
            long id,
            @Nullable Long parentId,
            String kind,
            String code,
            String name,
            long unitId,
            String unitName,
            int members) {}

    /** A member. */
    public record Member(long personId, String name, String publicNumber, boolean leader, LocalDate joinedOn) {}

    /** All teams, by code: a parent comes before its children. */
    public List<Team> list() {
        caller.identity();
        return sql.list(TEAM + "ORDER BY t.code", Teams::team);
    }

    /**
     * The team with that id.
     *
     * @throws DomainException 404
     */
    public Team team(long id) {
        caller.identity();
        return sql.first(TEAM + "WHERE t.id = ?", Teams::team, id).orElseThrow(DomainException::notFound);
    }

    /** Members of a team whom the caller may know: those of communities that they see. Leaders first. */
    public List<Member> members(long teamId) {
        team(teamId);
        record Found(long communityId, Member member) {}
        return sql
                .list(
                        "SELECT p.community_id, p.id, p.name, p.public_number, m.leader, m.joined_on FROM team_member m"
                                + " JOIN person p ON p.id = m.person_id WHERE m.team_id = ?"
                                + " ORDER BY m.leader DESC, m.joined_on, p.id LIMIT 1000",
                        row -> new Found(
                                row.number(1),
                                new Member(
                                        row.number(2),
                                        row.text(3),
                                        row.text(4),
                                        row.flag(5),
                                        LocalDate.parse(row.text(6)))),
                        teamId)
                .stream()
                .filter(found -> caller.sees(found.communityId()))
                .map(Found::member)
                .toList();
    }

    /** Teams that a person belongs to. */
    public List<Team> of(long personId) {
        return sql.list(
                TEAM + "WHERE t.id IN (SELECT team_id FROM team_member WHERE person_id = ?) ORDER BY t.code",
                Teams::team,
                personId);
    }

    /** Adds a person, or makes a member the leader or a plain member again. */
    public void put(long teamId, long personId, boolean leader) {
        long communityId = administered(teamId, personId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        sql.update(
                "INSERT INTO team_member (team_id, person_id, leader, joined_on) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE leader = ?",
                teamId,
                personId,
                leader,
                today,
                leader);
        audit.record("people.team-put", communityId, new Subject("person", personId), name(teamId));
    }

    /** Removes a person from a team. */
    public void remove(long teamId, long personId) {
        long communityId = administered(teamId, personId);
        if (sql.update("DELETE FROM team_member WHERE team_id = ? AND person_id = ?", teamId, personId) == 0) {
            throw DomainException.notFound();
        }
        audit.record("people.team-remove", communityId, new Subject("person", personId), name(teamId));
    }

    private String name(long teamId) {
        return sql.first("SELECT name FROM team WHERE id = ?", row -> row.text(1), teamId)
                .orElse("");
    }

    /** Administrators act for people of their community; the team must be of the community or of a unit above it. */
    private long administered(long teamId, long personId) {
        Team team = team(teamId);
        long communityId = sql.first("SELECT community_id FROM person WHERE id = ?", row -> row.number(1), personId)
                .orElseThrow(DomainException::notFound);
        caller.requireSees(communityId);
        String teamPath = tree.unit(team.unitId()).path();
        String communityPath = tree.unit(communityId).path();
        boolean related = communityPath.startsWith(teamPath) || teamPath.startsWith(communityPath);
        if (!related) {
            throw DomainException.conflict("people.team-elsewhere");
        }
        if (!caller.holds(Role.COMMUNITY_ADMIN, communityId) && !caller.holds(Role.OPERATOR, communityId)) {
            throw DomainException.forbidden("people.role-needed");
        }
        return communityId;
    }

    private static Team team(Sql.Row row) throws SQLException {
        return new Team(
                row.number(1),
                row.numberOrNull(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.number(6),
                row.text(7),
                row.integer(8));
    }
}
