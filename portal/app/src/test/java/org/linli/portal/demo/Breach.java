package org.linli.portal.demo;

/** A way to break an invariant of the domain, with the query that finds the rows that do. */
enum Breach {
    TRANSACTION_NOT_BALANCED("SELECT transaction_id FROM ledger_entry GROUP BY transaction_id HAVING SUM(amount) <> 0"),
    TRANSACTION_WITHOUT_ENTRIES("SELECT t.id FROM points_transaction t LEFT JOIN ledger_entry e"
            + " ON e.transaction_id = t.id GROUP BY t.id HAVING COUNT(e.line) < 2"),
    LEDGER_NOT_BALANCED("SELECT SUM(amount) FROM ledger_entry HAVING SUM(amount) <> 0"),
    BALANCE_NOT_THE_SUM_OF_ENTRIES("SELECT b.account_id FROM member_balance b LEFT JOIN ledger_entry e"
            + " ON e.account_id = b.account_id GROUP BY b.account_id, b.balance"
            + " HAVING b.balance <> COALESCE(SUM(e.amount), 0)"),
    BALANCE_EVER_NEGATIVE("SELECT account_id FROM (SELECT e.account_id, SUM(e.amount) OVER (PARTITION BY e.account_id"
            + " ORDER BY t.posted_at, t.id) AS balance FROM ledger_entry e JOIN points_transaction t"
            + " ON t.id = e.transaction_id JOIN points_account a ON a.id = e.account_id"
            + " WHERE a.kind IN ('MEMBER', 'HELD', 'REDEEMED')) x WHERE balance < 0"),
    MEMBER_WITHOUT_BALANCE("SELECT a.id FROM points_account a LEFT JOIN member_balance b ON b.account_id = a.id"
            + " WHERE (a.kind = 'MEMBER') <> (b.account_id IS NOT NULL)"),
    POINTS_LEAVE_THE_COMMUNITY("SELECT t.id FROM points_transaction t JOIN ledger_entry e ON e.transaction_id = t.id"
            + " JOIN points_account a ON a.id = e.account_id WHERE a.community_id <> t.community_id"),
    SERVICE_NOT_POSTED_AS_THE_RULE_SAYS("SELECT r.id FROM service_record r JOIN service_order o ON o.id = r.order_id"
            + " LEFT JOIN points_transaction t ON t.reason = 'SERVICE' AND t.source_id = r.id"
            + " LEFT JOIN ledger_entry e ON e.transaction_id = t.id AND e.amount > 0"
            + " LEFT JOIN points_account a ON a.id = e.account_id"
            + " WHERE r.minutes > 0 AND (a.owner_id IS NULL OR a.owner_id <> r.volunteer_id OR a.kind <> 'MEMBER'"
            + " OR e.amount <> FLOOR((o.points_rate * r.minutes + 30) / 60))"
            + " AND NOT EXISTS (SELECT 1 FROM held_posting h WHERE h.source = 'SERVICE' AND h.source_id = r.id)"),
    HOLDS_DO_NOT_EXPLAIN_HELD("SELECT a.community_id FROM points_account a LEFT JOIN ledger_entry e"
            + " ON e.account_id = a.id WHERE a.kind = 'HELD' GROUP BY a.id, a.community_id"
            + " HAVING COALESCE(SUM(e.amount), 0) <> (SELECT COALESCE(SUM(h.amount), 0) FROM points_hold h"
            + " JOIN points_account m ON m.id = h.account_id"
            + " WHERE h.status = 'OPEN' AND m.community_id = a.community_id)"),
    HOLD_SETTLED_OTHERWISE_THAN_POSTED("SELECT h.id FROM points_hold h LEFT JOIN points_transaction t"
            + " ON t.source_id = h.id AND t.reason IN ('CAPTURE', 'RELEASE')"
            + " WHERE CONCAT(COALESCE(t.reason, ''), h.status) NOT IN ('OPEN', 'CAPTURECAPTURED', 'RELEASERELEASED')"),
    REDEMPTION_OTHERWISE_THAN_ITS_HOLD("SELECT r.id FROM redemption r JOIN points_hold h ON h.id = r.hold_id"
            + " JOIN reward_item i ON i.id = r.item_id WHERE h.amount <> r.total OR r.total <> r.quantity * i.price"
            + " OR i.community_id <> r.community_id OR (r.status = 'RESERVED') <> (h.status = 'OPEN')"
            + " OR (r.status = 'PICKED_UP') <> (h.status = 'CAPTURED')"
            + " OR (r.live_code IS NOT NULL) <> (r.status = 'RESERVED')"),
    STOCK_NOT_THE_SUM_OF_MOVEMENTS("SELECT i.id FROM reward_item i LEFT JOIN stock_movement m ON m.item_id = i.id"
            + " GROUP BY i.id, i.stock HAVING i.stock <> COALESCE(SUM(m.delta), 0)"),
    STOCK_EVER_NEGATIVE("SELECT item_id FROM (SELECT item_id, SUM(delta) OVER (PARTITION BY item_id ORDER BY at, id)"
            + " AS stock FROM stock_movement) x WHERE stock < 0"),
    REDEMPTION_WITHOUT_MOVEMENT("SELECT r.id FROM redemption r LEFT JOIN stock_movement m ON m.source_id = r.id"
            + " GROUP BY r.id, r.quantity, r.status"
            + " HAVING COALESCE(SUM(m.delta), 0) <> CASE WHEN r.status IN ('CANCELLED', 'EXPIRED') THEN 0"
            + " ELSE -r.quantity END"),
    ORDER_STATUS_NOT_THE_LAST_EVENT("SELECT o.id FROM service_order o WHERE o.status <> (SELECT e.to_status"
            + " FROM order_event e WHERE e.order_id = o.id ORDER BY e.id DESC LIMIT 1)"),
    EVENT_NOT_AFTER_THE_ONE_BEFORE("SELECT id FROM (SELECT id, at, from_status, LAG(to_status) OVER w AS before_it,"
            + " LAG(at) OVER w AS at_before FROM order_event WINDOW w AS (PARTITION BY order_id ORDER BY id)) x"
            + " WHERE NOT (from_status <=> before_it) OR at < at_before"),
    EVENT_IN_THE_FUTURE("SELECT id FROM order_event WHERE at > '2026-11-20 06:23:45'"),
    CONFIRMED_ORDER_WITHOUT_RECORD("SELECT o.id FROM service_order o LEFT JOIN service_record r ON r.order_id = o.id"
            + " AND r.correction_no = 0 LEFT JOIN review v ON v.order_id = o.id WHERE (o.status IN ('REVIEWED', 'ASSESSED', 'CLOSED'))"
            + " <> (r.id IS NOT NULL AND v.order_id IS NOT NULL)"),
    LIVE_ASSIGNMENT_WITHOUT_NEED("SELECT o.id FROM service_order o LEFT JOIN assignment a ON a.live_order_id = o.id"
            + " WHERE (o.status IN ('ACCEPTED', 'IN_SERVICE')) <> (a.id IS NOT NULL)"),
    OFFER_WITHOUT_NEED("SELECT o.id FROM service_order o LEFT JOIN dispatch d ON d.order_id = o.id"
            + " AND d.status = 'OFFERED' WHERE (o.status = 'DISPATCHED') <> (d.id IS NOT NULL)"),
    OFFER_LAPSED_UNNOTICED("SELECT id FROM dispatch WHERE status = 'OFFERED' AND expires_at < '2026-11-20 06:23:45'"),
    ASSIGNMENT_OF_A_DISPATCH_NOT_ACCEPTED("SELECT a.id FROM assignment a JOIN dispatch d ON d.id = a.dispatch_id"
            + " WHERE d.status <> 'ACCEPTED' OR d.order_id <> a.order_id"
            + " OR (d.volunteer_id IS NOT NULL AND d.volunteer_id <> a.volunteer_id)"),
    TEAM_OFFER_TAKEN_BY_AN_OUTSIDER("SELECT a.id FROM assignment a JOIN dispatch d ON d.id = a.dispatch_id"
            + " LEFT JOIN team_member m ON m.team_id = d.team_id AND m.person_id = a.volunteer_id"
            + " WHERE d.team_id IS NOT NULL AND m.person_id IS NULL"),
    SERVED_BY_SOMEBODY_ELSE(
            "SELECT r.id FROM service_record r LEFT JOIN assignment a ON a.order_id = r.order_id"
                    + " AND a.volunteer_id = r.volunteer_id AND a.end_reason = 'DONE' WHERE a.id IS NULL AND r.order_id IS NOT NULL"),
    SERVED_TWO_AT_ONCE("SELECT r.id FROM service_record r JOIN service_record s ON s.volunteer_id = r.volunteer_id"
            + " AND s.id > r.id AND s.started_at < r.ended_at AND r.started_at < s.ended_at WHERE r.minutes > 0"
            + " AND s.minutes > 0 AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id IN (r.id, s.id))"
            + " AND NOT EXISTS (SELECT 1 FROM held_posting h WHERE h.source_id IN (r.id, s.id))"),
    SERVED_WITHOUT_THE_SKILL("SELECT a.id FROM assignment a JOIN service_order o ON o.id = a.order_id"
            + " JOIN service_item_skill n ON n.item_id = o.item_id LEFT JOIN volunteer_skill h"
            + " ON h.person_id = a.volunteer_id AND h.skill_code = n.skill_code WHERE h.person_id IS NULL"),
    ORDER_CROSSES_COMMUNITIES("SELECT o.id FROM service_order o JOIN person p ON p.id = o.principal_id"
            + " JOIN person q ON q.id = o.placer_id JOIN service_item i ON i.id = o.item_id"
            + " JOIN org_unit u ON u.id = o.unit_id LEFT JOIN assignment a ON a.order_id = o.id"
            + " LEFT JOIN person v ON v.id = a.volunteer_id"
            + " WHERE p.community_id <> o.community_id OR q.community_id <> o.community_id"
            + " OR i.community_id <> o.community_id OR u.community_id <> o.community_id"
            + " OR v.community_id <> o.community_id"),
    CLAIMED_TOO_LONG("SELECT a.id FROM assignment a JOIN service_order o ON o.id = a.order_id"
            + " WHERE a.claimed_minutes > 2 * o.expected_minutes"),
    PROXY_WITHOUT_CONSENT(
            "SELECT id FROM service_order WHERE (principal_id <> placer_id) <> (consent_note IS NOT NULL)"),
    ACTED_BEFORE_ENTERED("SELECT o.id FROM service_order o JOIN person p ON p.id = o.principal_id"
            + " LEFT JOIN dispatch d ON d.order_id = o.id LEFT JOIN person v ON v.id = d.volunteer_id"
            + " WHERE p.created_at > o.placed_at OR v.created_at > d.offered_at"),
    HOME_OUTSIDE_THE_COMMUNITY("SELECT p.id FROM person p JOIN org_unit u ON u.id = p.home_unit_id"
            + " WHERE u.community_id <> p.community_id OR u.level NOT IN ('GRID', 'HOUSEHOLD_GROUP')"),
    PATH_NOT_UNDER_THE_PARENT("SELECT u.id FROM org_unit u LEFT JOIN org_unit p ON p.id = u.parent_id"
            + " WHERE CONVERT(u.path USING utf8mb4) <>"
            + " CONCAT(CONVERT(COALESCE(p.path, '') USING utf8mb4), LOWER(CONV(u.id, 10, 36)), '/')"),
    VOLUNTEER_WITHOUT_GRANT("SELECT v.person_id FROM volunteer v LEFT JOIN role_grant g ON g.person_id = v.person_id"
            + " AND g.role = 'VOLUNTEER' AND g.status IN ('ACTIVE', 'PENDING') WHERE g.id IS NULL"),
    FEWER_HEADS_THAN_PEOPLE("SELECT a.id FROM activity a WHERE a.heads < (SELECT COUNT(*) FROM activity_person p"
            + " WHERE p.activity_id = a.id AND p.state = 'ATTENDED')"),
    MORE_SIGNED_UP_THAN_PLACES("SELECT a.id FROM activity a WHERE (SELECT COUNT(*) FROM activity_person p"
            + " WHERE p.activity_id = a.id AND p.state = 'SIGNED_UP') > a.capacity OR a.signed_up > a.capacity"),
    SIGN_UPS_MISCOUNTED("SELECT a.id FROM activity a LEFT JOIN activity_person p ON p.activity_id = a.id"
            + " WHERE a.status = 'PLANNED' GROUP BY a.id, a.signed_up, a.waiting"
            + " HAVING a.signed_up <> COALESCE(SUM(p.state = 'SIGNED_UP'), 0)"
            + " OR a.waiting <> COALESCE(SUM(p.state = 'WAITING'), 0)"),
    WAITING_FOR_A_FREE_PLACE("SELECT id FROM activity WHERE status = 'PLANNED' AND waiting > 0"
            + " AND (capacity IS NULL OR signed_up < capacity)"),
    ATTENDED_WITHOUT_MINUTES("SELECT activity_id FROM activity_person WHERE (state = 'ATTENDED') <> (minutes > 0)"),
    FINISHED_BEFORE_IT_BEGAN("SELECT id FROM activity WHERE status = 'FINISHED' AND starts_at > '2026-11-20 06:23:45'"),
    ACTIVITY_CROSSES_COMMUNITIES("SELECT a.id FROM activity a JOIN org_unit u ON u.id = a.unit_id"
            + " LEFT JOIN activity_person w ON w.activity_id = a.id LEFT JOIN person p ON p.id = w.person_id"
            + " WHERE u.community_id <> a.community_id OR p.community_id <> a.community_id"
            + " OR p.created_at > w.at"),
    NOBODY_AT_HOME("SELECT p.id FROM person p LEFT JOIN role_grant g ON g.person_id = p.id WHERE g.id IS NULL");

    private final String query;

    Breach(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }
}
