package org.linli.portal.hours;

import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.linli.database.TestDatabase;
import org.linli.portal.community.OrgTree;
import org.linli.portal.hours.persistence.BackEntryRows;
import org.linli.portal.hours.persistence.CertificateRows;
import org.linli.portal.hours.persistence.CorrectionRows;
import org.linli.portal.hours.persistence.RecordBook;
import org.linli.portal.hours.persistence.RecordRows;
import org.linli.portal.hours.persistence.StarRows;
import org.linli.portal.ledger.Journal;
import org.linli.portal.ledger.TailBound;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.Fired;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestJpa;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.time.MovedClock;

/** One district with two communities, a few people, and the desks of hours wired by hand on a real engine. */
final class HoursFixture implements AutoCloseable {
    static final long DISTRICT = 1;
    static final long COMMUNITY = 10;
    static final long OTHER_COMMUNITY = 20;
    static final long ITEM = 100;

    static final long VOLUNTEER = 1000;
    static final long OTHER_VOLUNTEER = 1001;
    static final long RESIDENT = 1002;
    static final long ADMIN = 1003;
    static final long SECOND_ADMIN = 1004;
    static final long DISPATCHER = 1005;
    static final long SUPERVISOR = 1006;
    static final long STRANGER = 1007;
    static final long OPERATOR = 1008;

    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

    /** In an order that the foreign keys permit; the time record before what its corrections point at. */
    private static final List<String> TABLES = List.of(
            "service_certificate",
            "service_correction",
            "service_record WHERE replaces_id IS NOT NULL OR reverses_id IS NOT NULL ORDER BY id DESC",
            "service_record",
            "service_objection",
            "service_back_entry",
            "review",
            "assignment",
            "dispatch",
            "service_order",
            "star_scale",
            "journal_pending",
            "outbox_message",
            "audit_entry",
            "role_grant");

    final TestDatabase database;
    final TestTransactions transactions;
    final TestJpa jpa;
    final Sql sql;
    final MovedClock clock = new MovedClock(START);
    final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    HoursFixture() {
        this(TestDatabase.Engine.MARIADB);
    }

    HoursFixture(TestDatabase.Engine engine) {
        database = TestDatabase.create(engine);
        transactions = new TestTransactions(database);
        jpa = new TestJpa(transactions);
        sql = new Sql(transactions.dataSource());
        transactions.run(this::settle);
    }

    private void settle() {
        unit(DISTRICT, null, "DISTRICT", "1/", null);
        unit(COMMUNITY, DISTRICT, "COMMUNITY", "1/a/", COMMUNITY);
        unit(OTHER_COMMUNITY, DISTRICT, "COMMUNITY", "1/k/", OTHER_COMMUNITY);
        for (long id = VOLUNTEER; id <= OPERATOR; id++) {
            long home = id == STRANGER ? OTHER_COMMUNITY : COMMUNITY;
            sql.update(
                    "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, '2026-01-01')",
                    id,
                    home,
                    home,
                    "王" + id,
                    "P" + id);
        }
        sql.update("INSERT INTO volunteer (person_id, joined_on) VALUES (1000, '2026-01-01'), (1001, '2026-01-01'),"
                + " (1003, '2026-01-01')");
        sql.update("INSERT INTO service_category VALUES ('errand', '代办', 'Errands', 'box', 1)");
        sql.update("INSERT INTO service_item (id, community_id, category_code, name, name_en, expected_minutes,"
                + " points_rate, created_at) VALUES (100, 10, 'errand', '代买菜', 'Shopping', 60, 1000, '2026-01-01')");
        sql.update("INSERT INTO flow_pack (id, code, edition, name_zh, name_en, stages, created_at)"
                + " VALUES (5, 'test', 1, '测试', 'Test', '[]', '2026-01-01')");
    }

    /** As new: no services, no wishes, the clock at its beginning. */
    void empty() {
        transactions.run(() -> {
            for (String table : TABLES) {
                sql.update("DELETE FROM " + table);
            }
        });
        events.clear();
        clock.set(START);
    }

    private void unit(long id, Long parent, String level, String path, Long community) {
        sql.update(
                "INSERT INTO org_unit (id, parent_id, level, code, name, path, community_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, '2026-01-01')",
                id,
                parent,
                level,
                "U" + id,
                "单位" + id,
                path,
                community);
    }

    /** A record of the volunteer as a reviewed order made it: that many minutes, ended that long ago. */
    long record(int minutes, Duration ago) {
        Instant ended = clock.instant().minus(ago);
        Instant started = ended.minus(Duration.ofMinutes(minutes));
        long order = Ids.next();
        long record = Ids.next();
        transactions.run(() -> {
            sql.update(
                    "INSERT INTO service_order (id, number, community_id, unit_id, item_id, flow_pack_id, principal_id,"
                            + " placer_id, status, address, wanted_from, wanted_to, expected_minutes, points_rate,"
                            + " placed_at, status_since) VALUES (?, ?, 10, 10, 100, 5, 1002, 1002, 'CLOSED', '', ?, ?, 60,"
                            + " 1000, ?, ?)",
                    order,
                    Long.toString(order, 36),
                    started,
                    ended,
                    started,
                    ended);
            sql.update(
                    "INSERT INTO review (order_id, reviewer_id, confirmed_minutes, reviewed_at) VALUES (?, 1002, ?, ?)",
                    order,
                    minutes,
                    ended);
            sql.update(
                    "INSERT INTO service_record (id, order_id, community_id, volunteer_id, resident_id, item_id,"
                            + " started_at, ended_at, minutes, evidence, recorded_at)"
                            + " VALUES (?, ?, 10, 1000, 1002, 100, ?, ?, ?, 'B', ?)",
                    record,
                    order,
                    started,
                    ended,
                    minutes,
                    ended);
        });
        return record;
    }

    /** The volunteer wrote that at the end of the service. */
    void wrote(long record, String words) {
        long assignment = Ids.next();
        transactions.run(() -> {
            sql.update(
                    "INSERT INTO dispatch (id, order_id, volunteer_id, status, offered_by, offered_at, expires_at)"
                            + " SELECT ?, order_id, volunteer_id, 'ACCEPTED', 1005, started_at, ended_at"
                            + " FROM service_record WHERE id = ?",
                    assignment,
                    record);
            sql.update(
                    "INSERT INTO assignment (id, order_id, dispatch_id, volunteer_id, accepted_at, ended_at, end_reason,"
                            + " journal) SELECT ?, order_id, ?, volunteer_id, started_at, ended_at, 'DONE', ?"
                            + " FROM service_record WHERE id = ?",
                    assignment,
                    assignment,
                    words,
                    record);
        });
    }

    /** From now on that person is found to hold the role there. */
    void grant(long person, Role role, long unit) {
        transactions.run(() -> sql.update(
                "INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                        + " VALUES (?, ?, ?, ?, 'ACTIVE', '2026-01-01', '2026-01-01')",
                Ids.next(),
                person,
                unit,
                role));
    }

    long number(String query, Object... parameters) {
        return transactions.run(() -> sql.number(query, parameters));
    }

    /** How many notices of that code were sent to that person. */
    long notices(String code, long person) {
        return number(
                "SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ? AND payload LIKE ?",
                "%\"" + code + "\"%",
                "%\"personId\":" + person + "%");
    }

    Desks volunteer() {
        return as(VOLUNTEER, Role.VOLUNTEER);
    }

    Desks admin() {
        return as(ADMIN, Role.COMMUNITY_ADMIN);
    }

    Desks second() {
        return as(SECOND_ADMIN, Role.COMMUNITY_ADMIN);
    }

    Desks resident() {
        return as(RESIDENT, Role.RESIDENT);
    }

    /** The desks as they serve that person of the community with that role there. */
    Desks as(long person, Role role) {
        return new Desks(person, COMMUNITY, List.of(new Identity.Held(role, COMMUNITY, "1/a/")));
    }

    /** The desks as they serve somebody with that role at the district. */
    Desks above(long person, Role role) {
        return new Desks(person, COMMUNITY, List.of(new Identity.Held(role, DISTRICT, "1/")));
    }

    /** The desks as they serve an administrator of the neighbouring community. */
    Desks stranger() {
        Identity.Held held = new Identity.Held(Role.COMMUNITY_ADMIN, OTHER_COMMUNITY, "1/k/");
        return new Desks(STRANGER, OTHER_COMMUNITY, List.of(held));
    }

    /** The desks of one caller. */
    final class Desks {
        final CorrectionDesk corrections;
        final BackEntryDesk backEntries;
        final BackEntryCounting counting;
        final StarDesk stars;
        final CertificateDesk certificates;
        final HoursQueries queries;

        private Desks(long person, long community, List<Identity.Held> grants) {
            OrgTree tree = new OrgTree(jpa.entityManager());
            Caller caller = new Caller(tree);
            caller.become(new Identity(person, "王" + person, community, grants));
            People people = new People(sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), clock);
            HoursNotices notices = new HoursNotices(new Notices(new Outbox(sql, clock)), people, tree);
            AuditLog audit = new AuditLog(sql, clock, caller);
            RecordRows records = new RecordRows(sql);
            RecordBook book = new RecordBook(
                    sql, new Journal(sql, new TailBound(Long.MAX_VALUE), clock), new RecordedServices(sql), clock);
            CorrectionRows wishes = new CorrectionRows(sql, clock);
            BackEntryRows entries = new BackEntryRows(sql, clock);
            Event<ServiceReversed> reversed = Fired.to(events::add);
            Event<ServiceRecorded> recorded = Fired.to(events::add);
            corrections = new CorrectionDesk(caller, records, wishes, book, notices, audit, reversed, recorded);
            backEntries = new BackEntryDesk(caller, people, entries, records, notices, audit, clock, 90, 7);
            counting = new BackEntryCounting(entries, records, book, notices, audit, recorded);
            stars = new StarDesk(caller, tree, new StarRows(sql, clock), audit);
            certificates = new CertificateDesk(
                    caller, people, records, new CertificateRows(sql, clock), entries, stars, clock);
            queries = new HoursQueries(caller, people, records, wishes, entries, stars, clock);
        }

        /** One call of a desk, in one transaction. */
        <T> T run(Call<T> call) {
            Callable<T> work = () -> call.on(this);
            return jpa.run(work);
        }

        void does(Consumer<Desks> call) {
            jpa.run(() -> call.accept(this));
        }
    }

    /** Work with desks. */
    interface Call<T> {
        T on(Desks desks);
    }

    @Override
    public void close() throws SQLException {
        jpa.close();
        transactions.close();
        database.close();
    }
}
