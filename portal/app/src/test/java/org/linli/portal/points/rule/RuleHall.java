package org.linli.portal.points.rule;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.linli.portal.community.OrgTree;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.notices.CircularFixture;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.persistence.CatalogueRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestJpa;
import org.linli.portal.points.PaidServices;

/** A community that makes its rules, on the real engine, on the 22nd of November 2026. */
final class RuleHall implements AutoCloseable {
    static final long COMMUNITY = LedgerFixture.COMMUNITY;
    static final long ADMIN = 70;
    static final long VOLUNTEER = 71;
    static final int VOLUNTEERS = 5;

    /** What {@link PaidServices} serves. */
    static final long ITEM = 3;

    final PaidServices paid = new PaidServices();
    final Sql sql = paid.books.sql;
    final TestJpa jpa = new TestJpa(paid.books.transactions);
    final Caller caller = new Caller(new OrgTree(jpa.entityManager()));
    final Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    final RuleRows rows = new RuleRows(sql);
    final RuleQueries queries = new RuleQueries(paid.rules, rows, caller, paid.people, clock);
    final RulePreview preview = new RulePreview(caller, paid.rules, rows, sql, clock);
    final RuleDesk desk = new RuleDesk(
            caller,
            rows,
            paid.rules,
            new Catalogue(new CatalogueRows(sql), caller),
            new RuleNews(new AuditLog(sql, clock, caller), CircularFixture.circulars(sql), clock));

    RuleHall() {
        paid.books.transactions.run(() -> {
            sql.update("INSERT INTO service_category VALUES ('care', '照护', 'Care', 'heart', 1)");
            sql.update("INSERT INTO service_item (id, community_id, category_code, name, name_en, expected_minutes,"
                    + " points_rate, created_at) VALUES (3, 7, 'care', '陪诊', '', 60, 1000, '2026-01-01')");
            person(ADMIN, "管理员");
            person(8, "李奶奶");
            for (int i = 0; i < VOLUNTEERS; i++) {
                person(VOLUNTEER + i, "志愿者" + i);
                sql.update("INSERT INTO volunteer (person_id, joined_on) VALUES (?, '2026-01-01')", VOLUNTEER + i);
                sql.update(
                        "INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                                + " VALUES (?, ?, 7, 'VOLUNTEER', 'ACTIVE', '2026-01-01', '2026-01-01')",
                        VOLUNTEER + i,
                        VOLUNTEER + i);
            }
        });
    }

    private void person(long id, String name) {
        sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                        + " VALUES (?, 7, 7, ?, ?, '2026-01-01')",
                id,
                name,
                "P" + id);
    }

    void clear() {
        paid.books.transactions.run(() -> {
            sql.update("DELETE FROM points_rule");
            sql.update("DELETE FROM points_rule_draft");
            sql.update("DELETE FROM outbox_message");
            sql.update("DELETE FROM audit_entry");
        });
    }

    void as(Role role) {
        caller.become(new Identity(ADMIN, "管理员", COMMUNITY, List.of(new Identity.Held(role, COMMUNITY, "7/"))));
    }

    void asStranger() {
        caller.become(new Identity(9999, "外人", 8, List.of(new Identity.Held(Role.COMMUNITY_ADMIN, 8, "8/"))));
    }

    <T> T run(Callable<T> work) {
        return jpa.run(work);
    }

    Edition books(LocalDate day) {
        return paid.books.transactions.run(() -> paid.rules.inForce(COMMUNITY, day));
    }

    long number(String query, Object... parameters) {
        return paid.books.transactions.run(() -> sql.number(query, parameters));
    }

    @Override
    public void close() throws SQLException {
        jpa.close();
        paid.books.transactions.close();
        paid.books.database.close();
    }
}
