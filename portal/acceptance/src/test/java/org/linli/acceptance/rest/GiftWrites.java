package org.linli.acceptance.rest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** The same for gifts of points and nominations. */
final class GiftWrites {
    private final Tables tables;
    private final Rest admin;
    private final Rest second;
    private final Iterator<Crowd.Member> crowd;
    private final String community;
    private final String here;

    GiftWrites(RunningPortal portal) {
        tables = new Tables(portal);
        admin = Secrets.rest(portal, "admin");
        crowd = Crowd.gather(portal, "resident", 64).members().iterator();
        Crowd.Member other = crowd.next();
        tables.grant(other.id(), "COMMUNITY_ADMIN", "ACTIVE");
        second = other.rest();
        community = admin.get("me").expect(200).json().getString("communityId");
        here = "communities/" + community + "/";
        Reply policy = admin.get("points-policies/" + community).expect(200);
        admin.put("points-policies/" + community)
                .ifMatch(policy.etag())
                .body(
                        "expiry",
                        "NONE",
                        "noticeDays",
                        30,
                        "donations",
                        true,
                        "pool",
                        true,
                        "aloneUpTo",
                        "0",
                        "panelSize",
                        1,
                        "announceDays",
                        7)
                .send()
                .expect(200);
    }

    /** By path as the document names it, without /api/v1/. */
    Map<String, Supplier<Write>> all() {
        Map<String, Supplier<Write>> all = new TreeMap<>();
        gifts(all);
        nominations(all);
        return all;
    }

    private void gifts(Map<String, Supplier<Write>> all) {
        all.put("points-donations", () -> {
            Crowd.Member donor = donor();
            return Write.each(
                    () -> donor.rest().post("points-donations").body("points", "1"),
                    "SELECT COUNT(*) FROM points_donation WHERE donor_id = " + donor.id());
        });
        all.put("communities/{community}/persons-in-need", () -> {
            long person = next().id();
            return Write.once(
                    () -> entry(person), "SELECT COUNT(*) FROM person_in_need WHERE person_id = " + person, 1);
        });
        all.put("communities/{community}/persons-in-need/{id}/end", () -> {
            String id = inNeed(next().id());
            return Write.once(
                    () -> admin.post(here + "persons-in-need/" + id + "/end"),
                    "SELECT COUNT(*) FROM person_in_need WHERE ended_at IS NOT NULL AND id = " + id,
                    1);
        });
        all.put("communities/{community}/points-pool/grants", () -> {
            long person = next().id();
            String need = inNeed(person);
            return Write.each(() -> grant(need), "SELECT COUNT(*) FROM pool_grant WHERE person_id = " + person);
        });
        all.put("communities/{community}/points-pool/grants/{id}/approve", () -> decision("approve"));
        all.put("communities/{community}/points-pool/grants/{id}/refuse", () -> decision("refuse"));
    }

    private void nominations(Map<String, Supplier<Write>> all) {
        all.put("nominations", () -> {
            Crowd.Member nominator = next();
            long nominee = next().id();
            return Write.each(
                    () -> nomination(nominator, nominee),
                    "SELECT COUNT(*) FROM nomination WHERE nominated_by = " + nominator.id());
        });
        all.put("nominations/{id}/second", () -> {
            String id = nominated(next());
            Rest seconder = next().rest();
            return Write.once(() -> seconder.post("nominations/" + id + "/second"), inStatus(id, "SECONDED"), 1);
        });
        all.put("nominations/{id}/withdraw", () -> {
            Crowd.Member nominator = next();
            String id = nominated(nominator);
            return Write.once(
                    () -> nominator.rest().post("nominations/" + id + "/withdraw"), inStatus(id, "WITHDRAWN"), 1);
        });
        all.put("nominations/{id}/votes", () -> {
            String id = seconded();
            return Write.once(
                    () -> admin.post("nominations/" + id + "/votes").body("approve", true),
                    "SELECT COUNT(*) FROM nomination_vote WHERE nomination_id = " + id,
                    1);
        });
        all.put("nominations/{id}/objections", () -> {
            String id = announced();
            Rest neighbour = next().rest();
            return Write.once(
                    () -> neighbour.post("nominations/" + id + "/objections").body("reason", "不是这样的"),
                    "SELECT COUNT(*) FROM nomination_objection WHERE nomination_id = " + id,
                    1);
        });
        all.put("nominations/{id}/objections/{objection}/decision", () -> {
            String id = announced();
            next().rest()
                    .post("nominations/" + id + "/objections")
                    .body("reason", "不是这样的")
                    .send()
                    .expect(201);
            String objection = tables.text("SELECT id FROM nomination_objection WHERE nomination_id = " + id);
            return Write.once(
                    () -> admin.post("nominations/" + id + "/objections/" + objection + "/decision")
                            .body("uphold", true, "answer", "已核实"),
                    inStatus(id, "OVERTURNED"),
                    1);
        });
    }

    private Crowd.Member donor() {
        Crowd.Member donor = next();
        admin.post("points-awards")
                .body("personId", Long.toString(donor.id()), "points", "20", "reason", "帮邻居找回走失的孩子")
                .send()
                .expect(201);
        return donor;
    }

    private Rest.Call entry(long person) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return admin.post(here + "persons-in-need")
                .body(
                        "personId",
                        Long.toString(person),
                        "validFrom",
                        today.toString(),
                        "validTo",
                        today.plusDays(30).toString(),
                        "reason",
                        "低保家庭",
                        "consent",
                        "本人当面同意");
    }

    private String inNeed(long person) {
        return entry(person).send().expect(201).id();
    }

    private Rest.Call grant(String need) {
        return admin.post(here + "points-pool/grants").body("needId", need, "points", "1", "reason", "冬季取暖");
    }

    private Write decision(String act) {
        donor().rest().post("points-donations").body("points", "1").send().expect(201);
        String id = grant(inNeed(next().id())).send().expect(201).id();
        return Write.once(
                () -> second.post(here + "points-pool/grants/" + id + "/" + act),
                "SELECT COUNT(*) FROM pool_grant WHERE status <> 'ASKED' AND id = " + id,
                1);
    }

    private static Rest.Call nomination(Crowd.Member nominator, long nominee) {
        return nominator
                .rest()
                .post("nominations")
                .body("kind", "GOOD_DEED", "nomineeId", Long.toString(nominee), "story", "下雨天帮三楼老人修好了漏水");
    }

    private String nominated(Crowd.Member nominator) {
        return nomination(nominator, next().id()).send().expect(201).id();
    }

    private String seconded() {
        String id = nominated(next());
        next().rest().post("nominations/" + id + "/second").send().expect(200);
        return id;
    }

    private String announced() {
        String id = seconded();
        second.post("nominations/" + id + "/votes").body("approve", true).send().expect(200);
        return id;
    }

    private static String inStatus(String id, String status) {
        return "SELECT COUNT(*) FROM nomination WHERE status = '" + status + "' AND id = " + id;
    }

    private Crowd.Member next() {
        return crowd.next();
    }
}
