package org.linli.brands.firepatrol;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.Context;
import org.linli.plugin.Context.Member;
import org.linli.plugin.Context.Unit;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;

/**
 * What a patrol has done so far, for a portal with demonstration data. Where it is a team of its own, three months: 65 rounds
 * and 13 publicity sessions make the 78 of which the report on the community tells. Elsewhere it has begun a month ago. Made of
 * the community's own grids, settings and volunteers, without chance: the same community gets the same history.
 */
final class DemoHistory {
    private static final String PATROL_TEAM = "T3-RS0102-F";
    private static final List<String> TEAMS = List.of(PATROL_TEAM, "T3-RS0102", "T3-RS0101");
    private static final Size ESTABLISHED = new Size(13, 5, 4, 12, 14, 5, 18);
    private static final Size YOUNG = new Size(4, 3, 2, 6, 5, 2, 7);
    private static final int LATE_HOURS = 26;
    private static final List<String> PLACES = List.of("entrance", "stairs", "sheds", "kitchen", "square");
    private static final List<List<String>> LOOKS = List.of(
            List.of("passage", "ebike", "extinguisher"),
            List.of("hallway", "extinguisher", "wiring"),
            List.of("ebike", "wiring", "passage"),
            List.of("gas", "elder", "kitchen"),
            List.of("passage", "hydrant", "rubbish"));

    private final Context context;
    private final Times times;
    private final LocalDate monday;
    private final Size size;
    private final List<Member> members;

    /**
     * How much there is of it.
     *
     * @param hazards in all, the open ones included
     * @param heads that every publicity session has at least
     */
    private record Size(int weeks, int roundsAWeek, int routes, int members, int hazards, int open, int heads) {}

    DemoHistory(Context context) {
        this.context = context;
        this.times = new Times(context);
        this.monday = times.today().with(DayOfWeek.MONDAY);
        this.size = context.members().ofTeam(PATROL_TEAM).isEmpty() ? YOUNG : ESTABLISHED;
        List<Member> found = new ArrayList<>(context.members().holding(Roles.MEMBER));
        for (String team : TEAMS) {
            context.members().ofTeam(team).stream()
                    .filter(m -> found.stream().noneMatch(f -> f.personId().equals(m.personId())))
                    .forEach(found::add);
        }
        this.members = List.copyOf(found.subList(0, Math.min(size.members(), found.size())));
    }

    List<Effect> effects() {
        List<PatrolRoute> routes = routes();
        if (members.size() < 2 || routes.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        members.forEach(m -> effects.add(new Effect.GrantRole(m.personId(), Roles.MEMBER)));
        effects.add(new Effect.GrantRole(members.get(0).personId(), Roles.COORDINATOR));
        routes.forEach(
                route -> effects.add(new Effect.PutRecord(PatrolRoute.KIND, route.key(), route.data(), Effect.ANY)));
        for (int week = 1; week <= size.weeks(); week++) {
            for (int day = 0; day < size.roundsAWeek(); day++) {
                effects.addAll(round(routes.get((week + day) % routes.size()), week, day));
            }
            effects.addAll(publicity(week));
        }
        for (int i = 0; i < routes.size(); i++) {
            effects.add(series(routes.get(i), i));
        }
        effects.addAll(hazards(routes));
        return effects;
    }

    private List<PatrolRoute> routes() {
        List<Unit> units = context.units();
        List<PatrolRoute> routes = new ArrayList<>();
        for (Unit grid : new Grids(context).all()) {
            if (routes.size() == size.routes()) {
                break;
            }
            List<String> buildings = units.stream()
                    .filter(u -> grid.id().equals(u.parentId()))
                    .map(Unit::name)
                    .toList();
            List<Checkpoint> checkpoints = new ArrayList<>();
            for (int i = 0; i < PLACES.size(); i++) {
                List<String> items = looks(i);
                if (items.isEmpty()) {
                    continue;
                }
                String at = context.text("demo.place." + PLACES.get(i));
                String place = buildings.isEmpty() ? at : buildings.get(i % buildings.size()) + " " + at;
                checkpoints.add(new Checkpoint("c" + (i + 1), place, items));
            }
            String name = context.text("demo.route", grid.name());
            if (!checkpoints.isEmpty()) {
                String key = "demo-" + (routes.size() + 1);
                routes.add(new PatrolRoute(key, name, grid.id(), checkpoints, PLACES.size(), 0));
            }
        }
        return routes;
    }

    /** What the community looks at there; what it added itself, in the yard. */
    private List<String> looks(int place) {
        List<String> ticked = context.settings().texts("items");
        List<String> items = new ArrayList<>(LOOKS.get(place));
        items.removeIf(item -> !ticked.contains(item));
        if (place == PLACES.size() - 1) {
            Item.extra(context.settings()).forEach(line -> items.add(Item.codeOf(line)));
        }
        return items;
    }

    private Member member(int number) {
        return members.get(Math.floorMod(number, members.size()));
    }

    private Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(context.zone()).toInstant();
    }

    private List<Effect> round(PatrolRoute route, int week, int day) {
        Instant start = at(monday.minusWeeks(week).plusDays(day), day % 2 == 0 ? 9 : 19, 0);
        List<Member> walkers = List.of(member(week * 3 + day), member(week * 3 + day + 1));
        int minutes = 35 + (week * 7 + day * 11) % 40;
        String key = "demo:round:" + week + ":" + day;
        Data data = Data.of("route", route.key(), "plan", key);
        int places = route.checkpoints().size();
        Data walked = data.with("checked", places).with("places", places).with("failed", (week + day) % 5 == 0 ? 1 : 0);
        Effect plan = new Effect.PlanActivity(
                key,
                Round.KIND,
                route.name(),
                route.unitId(),
                route.checkpoints().get(0).place(),
                start,
                Duration.ofHours(1),
                null,
                0,
                ids(walkers),
                data);
        return List.of(plan, new Effect.FinishActivity("key:" + key, attended(walkers, minutes), 2, walked));
    }

    private List<Effect> publicity(int week) {
        Instant start = at(monday.minusWeeks(week).plusDays(5), 10, 0);
        List<Member> speakers = List.of(member(week), member(week + 4), member(week + 8));
        String key = "demo:publicity:" + week;
        Data data = Data.of("plan", key, "journal", context.text("demo.journal." + (week % 3)));
        Effect plan = new Effect.PlanActivity(
                key,
                PublicityPage.KIND,
                context.text("demo.publicity." + (week % 3)),
                context.community().id(),
                context.text("demo.publicity.place." + (week % 3)),
                start,
                Duration.ofMinutes(90),
                null,
                null,
                ids(speakers),
                data);
        int heads = size.heads() + (week * 13) % 41;
        return List.of(plan, new Effect.FinishActivity("key:" + key, attended(speakers, 90), heads, data));
    }

    /** Each route once a week from today on, so that there is always something ahead. */
    private Effect series(PatrolRoute route, int number) {
        String key = "demo:series:" + route.key();
        LocalDate first = times.today().plusDays(number);
        return new Effect.PlanActivity(
                key,
                Round.KIND,
                route.name(),
                route.unitId(),
                route.checkpoints().get(0).place(),
                at(first, number % 2 == 0 ? 9 : 19, 30),
                Duration.ofHours(1),
                new Effect.Recurrence(1, "WEEK", List.of(), null),
                0,
                ids(List.of(member(0), member(number * 2 + 1), member(number * 2 + 2))),
                Data.of("route", route.key(), "plan", key));
    }

    private List<Effect> hazards(List<PatrolRoute> routes) {
        List<Effect> effects = new ArrayList<>();
        Duration late = Duration.ofHours(context.settings().number("hazardHours") + LATE_HOURS);
        for (int i = 0; i < size.hazards(); i++) {
            PatrolRoute route = routes.get(i % routes.size());
            Checkpoint place = route.checkpoints().get(i % route.checkpoints().size());
            Item item = Item.of(context, place.items().get(i % place.items().size()));
            Member finder = member(i);
            boolean open = i < size.open();
            Instant found = open
                    ? context.now().minus(i == 0 ? late : Duration.ofHours(5L + 11L * i))
                    : at(monday.minusWeeks(i - size.open() + 1L).plusDays(i % 5), 10, 10 + i);
            Hazard.Spot spot = new Hazard.Spot(
                    route.unitId(), place.place(), item, route.key() + ":" + place.id() + ":" + item.code());
            Effect.PlaceOrder order = Hazard.order(context, spot, new Hazard.Seen(finder.personId(), "", List.of()));
            Effect.PastOrder.Served served = open
                    ? null
                    : new Effect.PastOrder.Served(
                            member(i + 5).personId(), 20 + i * 3, found.plus(Duration.ofHours(20L + i * 3L)));
            effects.add(new Effect.PastOrder(order, found, served));
            if (served != null) {
                effects.add(look(i, served.at(), member(i + 7)));
            }
        }
        return effects;
    }

    private Effect look(int number, Instant at, Member by) {
        Data look = Data.of(
                "order",
                "",
                "month",
                java.time.YearMonth.from(times.local(at)).toString(),
                "passed",
                true,
                "by",
                by.name(),
                "at",
                at.toString(),
                "note",
                "");
        return new Effect.PutRecord(Recheck.KIND, "demo-" + number, look, Effect.ANY);
    }

    private static List<String> ids(List<Member> people) {
        return people.stream().map(Member::personId).distinct().toList();
    }

    private static Map<String, Integer> attended(List<Member> people, int minutes) {
        Map<String, Integer> attended = new LinkedHashMap<>();
        people.forEach(person -> attended.put(person.personId(), minutes));
        return attended;
    }
}
