package org.linli.acceptance.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** The same for every other POST. */
final class StaffWrites {
    private static final String POSTED_TO =
            "SELECT COUNT(*) FROM ledger_entry e JOIN points_account a ON a.id = e.account_id WHERE a.owner_id = ";

    private final Tables tables;
    private final Rest admin;
    private final Rest shopkeeper;
    private final Rest operator;
    private final Iterator<Crowd.Member> crowd;
    private final String community;

    StaffWrites(RunningPortal portal) {
        tables = new Tables(portal);
        admin = Secrets.rest(portal, "admin");
        shopkeeper = Secrets.rest(portal, "shopkeeper");
        operator = Secrets.rest(portal, "operator");
        crowd = Crowd.gather(portal, "resident", 32).members().iterator();
        community = admin.get("me").expect(200).json().getString("communityId");
    }

    /** By path as the document names it, without /api/v1/. */
    Map<String, Supplier<Write>> all() {
        Map<String, Supplier<Write>> all = new TreeMap<>();
        people(all);
        points(all);
        rules(all);
        shop(all);
        return all;
    }

    private void people(Map<String, Supplier<Write>> all) {
        all.put("me/volunteer-profile", () -> {
            Crowd.Member person = next();
            person.rest().call("DELETE", "me/volunteer-profile").send().expect(204);
            return Write.once(
                    () -> person.rest().post("me/volunteer-profile").body("skills", List.of(), "intro", "周末有空"),
                    "SELECT COUNT(*) FROM role_grant WHERE role = 'VOLUNTEER' AND person_id = " + person.id(),
                    1);
        });
        all.put("people/{person}/grants", () -> {
            Crowd.Member person = next();
            return Write.once(
                    () -> admin.post("people/" + person.id() + "/grants").body("unitId", community, "role", "BUTLER"),
                    "SELECT COUNT(*) FROM role_grant WHERE person_id = " + person.id(),
                    1);
        });
        all.put("people/{person}/grants/{id}/approve", () -> decision("PENDING", "approve"));
        all.put("people/{person}/grants/{id}/refuse", () -> decision("PENDING", "refuse"));
        all.put("people/{person}/grants/{id}/end", () -> decision("ACTIVE", "end"));
        all.put("org-units/{id}/children", () -> {
            String code = unique("G");
            return Write.once(
                    () -> operator.post("org-units/" + community + "/children")
                            .body("level", "GRID", "code", code, "name", "新网格"),
                    "SELECT COUNT(*) FROM org_unit WHERE code = '" + code + "'",
                    1);
        });
        all.put("org-units/imports", () -> {
            String code = unique("I");
            String parent = tables.text("SELECT code FROM org_unit WHERE id = " + community);
            byte[] csv = ("code,parent,level,name\n" + code + "," + parent + ",GRID,新网格\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return Write.once(
                    () -> operator.post("org-units/imports").bytes("text/csv", csv),
                    "SELECT COUNT(*) FROM org_unit WHERE code = '" + code + "'",
                    1);
        });
        all.put("notices/{id}/read", () -> {
            Crowd.Member person = next();
            tables.notice(person.id());
            String read = "SELECT COUNT(*) FROM notice WHERE read_at IS NOT NULL AND person_id = " + person.id();
            String id = tables.text("SELECT MAX(id) FROM notice WHERE person_id = " + person.id());
            return Write.once(() -> person.rest().post("notices/" + id + "/read"), read, 1);
        });
        all.put("notices/read", () -> {
            Crowd.Member person = next();
            tables.notice(person.id());
            tables.notice(person.id());
            String read = "SELECT COUNT(*) FROM notice WHERE read_at IS NOT NULL AND person_id = " + person.id();
            long unread = tables.number("SELECT COUNT(*) FROM notice WHERE person_id = " + person.id());
            return Write.once(() -> person.rest().post("notices/read"), read, (int) unread);
        });
    }

    private void points(Map<String, Supplier<Write>> all) {
        all.put("points-awards", () -> {
            Crowd.Member person = next();
            return Write.each(() -> award(person, "1"), POSTED_TO + person.id());
        });
        all.put(
                "journals/{community}/checks",
                () -> Write.each(
                        () -> admin.post("journals/" + community + "/checks"),
                        "SELECT COUNT(*) FROM journal_check WHERE asked_by IS NOT NULL"));
        all.put("points-transactions/{id}/reversal", () -> {
            Crowd.Member person = next();
            String transaction = award(person, "1").send().expect(201).id();
            return Write.once(
                    () -> admin.post("points-transactions/" + transaction + "/reversal")
                            .body("reason", "记错了人"),
                    POSTED_TO + person.id(),
                    1);
        });
    }

    private void rules(Map<String, Supplier<Write>> all) {
        String draft = "communities/" + community + "/points-rule-draft";
        String away = "DELETE FROM points_rule_draft WHERE community_id = " + community;
        all.put("communities/{community}/points-rule-draft", () -> {
            tables.change(away);
            return Write.once(
                    () -> admin.post(draft),
                    "SELECT COUNT(*) FROM points_rule_draft WHERE community_id = " + community,
                    1);
        });
        all.put("communities/{community}/points-rule-draft/publication", () -> {
            tables.change(away);
            String etag = admin.post(draft).send().expect(201).etag();
            String later = LocalDate.now(Clock.systemUTC()).plusDays(30).toString();
            return Write.once(
                    () -> admin.post(draft + "/publication").ifMatch(etag).body("validFrom", later, "note", "试算过"),
                    "SELECT COUNT(*) FROM points_rule WHERE community_id = " + community,
                    1);
        });
    }

    private void shop(Map<String, Supplier<Write>> all) {
        all.put("reward-items", () -> {
            String name = unique("货");
            return Write.each(
                    () -> shopkeeper.post("reward-items").body("name", name, "price", "1"),
                    "SELECT COUNT(*) FROM reward_item");
        });
        all.put("reward-items/{id}/deliveries", () -> {
            String goods = goods();
            return Write.each(
                    () -> shopkeeper
                            .post("reward-items/" + goods + "/deliveries")
                            .body("quantity", 2),
                    "SELECT COUNT(*) FROM stock_movement WHERE item_id = " + goods);
        });
        all.put("reward-items/{id}/corrections", () -> {
            String goods = goods();
            return Write.each(
                    () -> shopkeeper
                            .post("reward-items/" + goods + "/corrections")
                            .body("delta", -1, "note", "盘点"),
                    "SELECT COUNT(*) FROM stock_movement WHERE item_id = " + goods);
        });
        all.put("redemptions", () -> {
            Crowd.Member buyer = next();
            award(buyer, "9").send().expect(201);
            String goods = goods();
            return Write.each(
                    () -> buyer.rest().post("redemptions").body("itemId", goods),
                    "SELECT COUNT(*) FROM redemption WHERE person_id = " + buyer.id());
        });
        all.put("redemptions/{id}/cancel", () -> {
            Crowd.Member buyer = next();
            String id = redeemed(buyer).id();
            return Write.once(() -> buyer.rest().post("redemptions/" + id + "/cancel"), settled(id), 1);
        });
        all.put("redemptions/hand-overs", () -> {
            Reply redeemed = redeemed(next());
            String code = redeemed.json().getString("pickupCode");
            return Write.once(
                    () -> shopkeeper.post("redemptions/hand-overs").body("code", code), settled(redeemed.id()), 1);
        });
    }

    private Write decision(String status, String act) {
        Crowd.Member person = next();
        String grant = tables.grant(person.id(), "BUTLER", status);
        return Write.once(
                () -> admin.post("people/" + person.id() + "/grants/" + grant + "/" + act)
                        .ifMatch("\"v0\""),
                "SELECT version FROM role_grant WHERE id = " + grant,
                1);
    }

    private Rest.Call award(Crowd.Member person, String points) {
        return admin.post("points-awards")
                .body("personId", Long.toString(person.id()), "points", points, "reason", "帮邻居找回走失的孩子");
    }

    private Reply redeemed(Crowd.Member buyer) {
        award(buyer, "2").send().expect(201);
        String goods = goods();
        return buyer.rest().post("redemptions").body("itemId", goods).send().expect(201);
    }

    private static String settled(String redemption) {
        return "SELECT COUNT(*) FROM redemption WHERE status <> 'RESERVED' AND id = " + redemption;
    }

    private String goods() {
        String id = shopkeeper
                .post("reward-items")
                .body("name", unique("货"), "price", "1")
                .send()
                .expect(201)
                .id();
        shopkeeper
                .post("reward-items/" + id + "/deliveries")
                .body("quantity", 20)
                .send()
                .expect(201);
        return id;
    }

    private Crowd.Member next() {
        return crowd.next();
    }

    private static String unique(String what) {
        return what + UUID.randomUUID().toString().substring(0, 8);
    }
}
