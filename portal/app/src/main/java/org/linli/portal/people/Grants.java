package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.time.Clocks;

/** Rows of role_grant, in the present transaction. Knows no callers. */
@ApplicationScoped
class Grants {
    private static final String GRANT = "SELECT g.id, g.person_id, g.org_unit_id, u.name, g.role, g.status,"
            + " g.valid_from, g.valid_to, g.version FROM role_grant g JOIN org_unit u ON u.id = g.org_unit_id ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    Grants(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A role to be given or asked for. */
    record NewGrant(
            long personId,
            long unitId,
            Role role,
            Status status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }

    List<GrantView> of(long personId) {
        return sql.list(
                GRANT + "WHERE g.person_id = ? ORDER BY g.status <> 'PENDING', g.id DESC", Grants::view, personId);
    }

    Optional<GrantView> find(long id) {
        return sql.first(GRANT + "WHERE g.id = ?", Grants::view, id);
    }

    /** Whether the same role at the same unit is asked for or held already. */
    boolean isLive(long personId, long unitId, Role role) {
        return sql.number(
                        "SELECT COUNT(*) FROM role_grant WHERE person_id = ? AND org_unit_id = ? AND role = ?"
                                + " AND status IN ('PENDING', 'ACTIVE') AND (valid_to IS NULL OR valid_to >= ?)",
                        personId,
                        unitId,
                        role,
                        today())
                > 0;
    }

    /**
     * Writes a grant; the unique key decides between those who ask at the same moment.
     *
     * @throws DomainException 409 people.role-held-already
     */
    long add(NewGrant grant, @Nullable Long decidedBy) {
        long id = Ids.next();
        if (!insert(id, grant, decidedBy) && !(endExpired(grant) && insert(id, grant, decidedBy))) {
            throw DomainException.conflict("people.role-held-already");
        }
        return id;
    }

    private boolean insert(long id, NewGrant grant, @Nullable Long decidedBy) {
        try {
            write(id, grant, decidedBy);
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "role_grant_one_live")) {
                return false;
            }
            throw e;
        }
    }

    /** What has run out keeps its key until it is ended: whether it did. */
    private boolean endExpired(NewGrant grant) {
        return sql.update(
                        "UPDATE role_grant SET status = 'ENDED', version = version + 1 WHERE person_id = ?"
                                + " AND org_unit_id = ? AND role = ? AND status IN ('PENDING', 'ACTIVE')"
                                + " AND valid_to < ?",
                        grant.personId(),
                        grant.unitId(),
                        grant.role(),
                        today())
                > 0;
    }

    private void write(long id, NewGrant grant, @Nullable Long decidedBy) {
        sql.update(
                "INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, valid_to, created_at,"
                        + " decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                grant.personId(),
                grant.unitId(),
                grant.role(),
                grant.status(),
                grant.from() == null ? today() : grant.from(),
                grant.to(),
                clock.instant(),
                decidedBy,
                decidedBy == null ? null : clock.instant());
    }

    /**
     * Moves a grant on, if it still is as it was seen.
     *
     * @throws DomainException 412 when somebody else was faster
     */
    void decide(GrantView seen, Status status, long decidedBy) {
        LocalDate end = status == Status.ENDED ? today() : seen.validTo();
        int rows = sql.update(
                "UPDATE role_grant SET status = ?, valid_to = ?, decided_by = ?, decided_at = ?, version = version + 1"
                        + " WHERE id = ? AND status = ? AND version = ?",
                status,
                end,
                decidedBy,
                clock.instant(),
                seen.id(),
                seen.status(),
                seen.version());
        if (rows == 0) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
    }

    /**
     * How many hold that role at that unit. Writes these rows, so that two administrators who remove each other at the
     * same time wait for each other, on any number of nodes.
     */
    int countLocked(long unitId, Role role) {
        sql.update(
                "UPDATE role_grant SET decided_at = COALESCE(decided_at, ?) WHERE org_unit_id = ? AND role = ?"
                        + " AND status = 'ACTIVE' ORDER BY id",
                clock.instant(),
                unitId,
                role);
        return Math.toIntExact(sql.number(
                "SELECT COUNT(DISTINCT person_id) FROM role_grant WHERE org_unit_id = ? AND role = ?"
                        + " AND status = 'ACTIVE' AND (valid_to IS NULL OR valid_to >= ?)",
                unitId,
                role,
                today()));
    }

    private static GrantView view(Sql.Row row) throws SQLException {
        String to = row.textOrNull(8);
        return new GrantView(
                row.number(1),
                row.number(2),
                row.number(3),
                row.text(4),
                row.constant(5, Role.class),
                row.constant(6, Status.class),
                LocalDate.parse(row.text(7)),
                to == null ? null : LocalDate.parse(to),
                row.number(9));
    }
}
