package org.linli.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.linli.acceptance.OrderSteps;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/**
 * Whole lives of orders over REST (place, offer, accept, code, check-in, complete, review with points), next to six
 * transactions that write the same rows of order, timeline, offer, assignment, record, review and ledger. The raw side
 * writes no notices, checks no right and ranks nobody.
 */
final class Lives {
    private final RunningPortal portal;
    private final OrderSteps steps;
    private final Rest resident;
    private final Rest dispatcher;
    private final Rest volunteer;
    private final String item;
    private final Ids ids;

    /** What the rows refer to. */
    private record Ids(long community, long unit, long item, long resident, long dispatcher, long volunteer) {}

    Lives(RunningPortal portal) throws SQLException {
        this.portal = portal;
        this.steps = new OrderSteps(portal);
        this.resident = Secrets.rest(portal, "resident");
        this.dispatcher = Secrets.rest(portal, "dispatcher");
        this.volunteer = Secrets.rest(portal, "volunteer");
        this.item = steps.item(resident, "小家电检修");
        RawClient sql = new RawClient(portal);
        long person = Long.parseLong(OrderSteps.personId(resident));
        this.ids = new Ids(
                sql.number("SELECT community_id FROM person WHERE id = ?", person),
                sql.number("SELECT home_unit_id FROM person WHERE id = ?", person),
                Long.parseLong(item),
                person,
                Long.parseLong(OrderSteps.personId(dispatcher)),
                Long.parseLong(OrderSteps.personId(volunteer)));
    }

    void run() {
        String volunteerId = Long.toString(ids.volunteer());
        new Contest(
                        "order lives",
                        new Processor(portal),
                        number -> () -> steps.life(resident, dispatcher, volunteer, volunteerId, item),
                        number -> bySql())
                .run();
    }

    private Load.Work bySql() {
        RawClient sql = new RawClient(portal);
        long member = account(sql, "MEMBER", ids.volunteer());
        long issuance = account(sql, "ISSUANCE", 0);
        return () -> {
            long order = place(sql);
            long offer = offer(sql, order);
            long assignment = accept(sql, order, offer);
            move(sql, order, "CHECK_IN", "IN_SERVICE");
            sql.commit();
            sql.update(
                    "UPDATE assignment SET journal = ?, claimed_minutes = 60, version = version + 1 WHERE id = ?",
                    "换了电源线，试用正常",
                    assignment);
            move(sql, order, "COMPLETE", "COMPLETED");
            sql.commit();
            review(sql, order, assignment, new long[] {member, issuance});
        };
    }

    private long account(RawClient sql, String kind, long owner) {
        try {
            return sql.number(
                    "SELECT id FROM points_account WHERE community_id = ? AND kind = ? AND owner_id = ?",
                    ids.community(),
                    kind,
                    owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long place(RawClient sql) throws SQLException {
        long order = RawClient.nextId();
        Instant now = Instant.now();
        sql.update(
                "INSERT INTO service_order (id, number, community_id, unit_id, item_id, flow_pack_id, principal_id,"
                        + " placer_id, status, description, address, wanted_from, wanted_to, expected_minutes, points_rate,"
                        + " placed_at, status_since, due_at) VALUES (?, ?, ?, ?, ?, 1, ?, ?, 'PLACED', '电饭煲不加热',"
                        + " '3栋2单元501', ?, ?, 60, 1200, ?, ?, ?)",
                order,
                "r" + Long.toString(order, 36),
                ids.community(),
                ids.unit(),
                ids.item(),
                ids.resident(),
                ids.resident(),
                now.plus(50, ChronoUnit.HOURS),
                now.plus(52, ChronoUnit.HOURS),
                now,
                now,
                now.plus(48, ChronoUnit.HOURS));
        event(sql, order, "PLACE", "PLACED");
        sql.commit();
        return order;
    }

    private long offer(RawClient sql, long order) throws SQLException {
        long offer = RawClient.nextId();
        Instant now = Instant.now();
        sql.update(
                "INSERT INTO dispatch (id, order_id, volunteer_id, status, offered_by, offered_at, expires_at)"
                        + " VALUES (?, ?, ?, 'OFFERED', ?, ?, ?)",
                offer,
                order,
                ids.volunteer(),
                ids.dispatcher(),
                now,
                now.plus(24, ChronoUnit.HOURS));
        move(sql, order, "DISPATCH", "DISPATCHED");
        sql.commit();
        return offer;
    }

    private long accept(RawClient sql, long order, long offer) throws SQLException {
        long assignment = RawClient.nextId();
        Instant now = Instant.now();
        sql.update("UPDATE dispatch SET status = 'ACCEPTED', answered_at = ?, version = 1 WHERE id = ?", now, offer);
        sql.update(
                "INSERT INTO assignment (id, order_id, live_order_id, dispatch_id, volunteer_id, accepted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                assignment,
                order,
                order,
                offer,
                ids.volunteer(),
                now);
        move(sql, order, "ACCEPT", "ACCEPTED");
        sql.commit();
        return assignment;
    }

    private void review(RawClient sql, long order, long assignment, long[] accounts) throws SQLException {
        long record = RawClient.nextId();
        long posting = RawClient.nextId();
        Instant now = Instant.now();
        sql.update(
                "INSERT INTO review (order_id, reviewer_id, rating, comment, confirmed_minutes, reviewed_at)"
                        + " VALUES (?, ?, 5, '准时，细心', 60, ?)",
                order,
                ids.resident(),
                now);
        sql.update(
                "INSERT INTO service_record (id, order_id, community_id, volunteer_id, resident_id, item_id, started_at,"
                        + " ended_at, minutes, evidence, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 60, 'B', ?)",
                record,
                order,
                ids.community(),
                ids.volunteer(),
                ids.resident(),
                ids.item(),
                now,
                now,
                now);
        sql.update(
                "UPDATE assignment SET live_order_id = NULL, ended_at = ?, end_reason = 'DONE', version = version + 1"
                        + " WHERE id = ?",
                now,
                assignment);
        sql.update(
                "INSERT INTO points_transaction (id, community_id, reason, source_id, posted_at)"
                        + " VALUES (?, ?, 'SERVICE', ?, ?)",
                posting,
                ids.community(),
                record,
                now);
        sql.update(
                "INSERT INTO ledger_entry (transaction_id, line, account_id, amount) VALUES (?, 1, ?, 1200), (?, 2, ?, -1200)",
                posting,
                accounts[0],
                posting,
                accounts[1]);
        sql.update("UPDATE member_balance SET balance = balance + 1200 WHERE account_id = ?", accounts[0]);
        event(sql, order, "REVIEW", "REVIEWED");
        move(sql, order, "CLOSE", "CLOSED");
        sql.commit();
    }

    private void move(RawClient sql, long order, String action, String status) throws SQLException {
        sql.update(
                "UPDATE service_order SET status = ?, status_since = ?, version = version + 1 WHERE id = ?",
                status,
                Instant.now(),
                order);
        event(sql, order, action, status);
    }

    private void event(RawClient sql, long order, String action, String status) throws SQLException {
        sql.update(
                "INSERT INTO order_event (id, order_id, at, actor_id, action, to_status) VALUES (?, ?, ?, ?, ?, ?)",
                RawClient.nextId(),
                order,
                Instant.now(),
                ids.resident(),
                action,
                status);
    }
}
