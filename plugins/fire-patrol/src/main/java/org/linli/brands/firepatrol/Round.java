package org.linli.brands.firepatrol;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.brands.firepatrol.PatrolRoute.Checkpoint;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;

/**
 * One walk along a route: an activity of kind {@code round} with what was checked so far.
 *
 * @param activity the date
 * @param route as it is today
 * @param checks by checkpoint
 */
record Round(ActivityView activity, PatrolRoute route, Map<String, Check> checks) {
    static final String KIND = "round";

    static Optional<Round> find(Context context, String activityId) {
        return context.activities()
                .find(activityId)
                .filter(a -> a.kind().equals(KIND))
                .flatMap(a -> of(context, a));
    }

    static Optional<Round> of(Context context, ActivityView activity) {
        return PatrolRoute.find(context, activity.data().text("route")).map(route -> {
            Map<String, Check> checks = new LinkedHashMap<>();
            context.records().by(Check.KIND, "round", activity.id(), 0, 500).stream()
                    .map(Check::of)
                    .forEach(check -> checks.put(check.checkpointId(), check));
            return new Round(activity, route, checks);
        });
    }

    boolean isOpen() {
        return activity.status().equals("PLANNED");
    }

    /** Whether its day has come, in the portal's time zone. */
    boolean isDue(Context context) {
        LocalDate day = LocalDate.ofInstant(activity.startsAt(), context.zone());
        return !day.isAfter(LocalDate.ofInstant(context.now(), context.zone()));
    }

    /** Who is on it may walk it; a coordinator may step in. */
    boolean mayWalk(Context.Actor actor) {
        return actor.is(Roles.COORDINATOR) || isOn(actor.personId());
    }

    boolean isOn(String personId) {
        return activity.people().stream().anyMatch(p -> p.personId().equals(personId));
    }

    List<String> assigned() {
        return activity.people().stream().map(ActivityView.Person::personId).toList();
    }

    String names() {
        return String.join(
                "、", activity.people().stream().map(ActivityView.Person::name).toList());
    }

    long done() {
        return route.checkpoints().stream()
                .filter(c -> checks.containsKey(c.id()))
                .count();
    }

    boolean isComplete() {
        return done() == route.checkpoints().size();
    }

    /** The next place that nobody has looked at, after this one and then from the start. */
    Optional<Checkpoint> nextAfter(String checkpointId) {
        List<Checkpoint> all = route.checkpoints();
        int here = all.indexOf(route.checkpoint(checkpointId).orElse(null));
        for (int i = 1; i < all.size(); i++) {
            Checkpoint next = all.get((here + i) % all.size());
            if (!checks.containsKey(next.id())) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    long failed() {
        return checks.values().stream().mapToLong(c -> c.failed().size()).sum();
    }
}
