package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.ActivityView;
import org.linli.plugin.OrderView;
import org.linli.plugin.testkit.BrandKit;
import org.linli.plugin.testkit.KitCommunity;
import org.linli.plugin.testkit.KitPerson;

/** A community with a patrol: a coordinator, two members, a volunteer and a resident; a route of two places. */
final class Patrol {
    final KitCommunity community;
    final KitPerson coordinator;
    final KitPerson wang;
    final KitPerson li;
    final KitPerson resident;

    Patrol(BrandKit kit, String name) {
        community = kit.community(name).at("2026-11-23T01:00:00Z");
        String first = community.units().get(0).id();
        coordinator = community.person(first + "p1", "张桂兰", first + "g1b1", "coordinator");
        wang = community.person(first + "p2", "王秀芳", first + "g1b1", "member");
        li = community.person(first + "p3", "李玉珍", first + "g2b1", "member");
        resident = community.person(first + "p4", "赵敏", first + "g2b2");
        community.person(first + "p5", "刘强", first + "g1b2", "core:volunteer");
    }

    static Patrol load() {
        return new Patrol(BrandKit.load(), "旺家社区");
    }

    String grid(int number) {
        return community.units().get(0).id() + "g" + number;
    }

    String volunteer() {
        return community.units().get(0).id() + "p5";
    }

    /** The key of a route of two places: the entrance with three things to look at, the shed with one. */
    String route() {
        coordinator.post("routes/new", "key", "r1", "name", "一号线", "unit", grid(1));
        coordinator.post(
                "routes/r1/new",
                "id",
                "c1",
                "place",
                "1号楼门口",
                "items",
                List.of("passage", "ebike", "wiring"),
                "position",
                "1");
        coordinator.post("routes/r1/new", "id", "c2", "place", "车棚", "items", List.of("ebike"), "position", "2");
        return "r1";
    }

    /** A single round of that route this morning, with 王秀芳 on it. */
    ActivityView round() {
        route();
        plan("once", "2026-11-23T08:30", wang);
        return community.activities("round").get(0);
    }

    void plan(String every, String start, KitPerson... people) {
        List<String> ids = java.util.Arrays.stream(people).map(KitPerson::id).toList();
        coordinator.post(
                "rounds/new",
                "plan",
                "p1",
                "route",
                "r1",
                "start",
                start,
                "minutes",
                "60",
                "every",
                every,
                "people",
                ids);
    }

    /** 王秀芳 looks at the entrance: the passage is blocked, the rest is fine. */
    void findBlockedPassage(ActivityView round) {
        wang.post(
                "round/" + round.id() + "/c1",
                "check.passage",
                "bad",
                "check.passage.note",
                "两辆三轮车",
                "check.passage.photos",
                List.of("101", "102"),
                "check.ebike",
                "ok",
                "check.wiring",
                "na");
    }

    List<OrderView> hazards() {
        return community.orders("hazard");
    }
}
