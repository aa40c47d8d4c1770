package org.linli.portal.orders.domain;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.people.Role;
import org.linli.portal.platform.json.JsonText;

/**
 * The stages of a flow pack: which there are, who acts, how long each may take and what happens then.
 *
 * @param rules by stage; a stage without a rule is passed over
 */
public record FlowStages(Map<Stage, Rule> rules) {
    private static final Set<Stage> NEEDED = EnumSet.of(Stage.PLACE, Stage.DISPATCH, Stage.ACCEPT, Stage.SERVE);

    public FlowStages {
        if (!rules.keySet().containsAll(NEEDED)) {
            throw new IllegalArgumentException("a flow needs the stages " + NEEDED + ", these are " + rules.keySet());
        }
        rules = Map.copyOf(rules);
    }

    /**
     * One stage.
     *
     * @param by roles that may act in it
     * @param limitMinutes null for no limit
     * @param then what the portal does when the limit has passed
     */
    public record Rule(
            Set<Role> by,
            @Nullable Integer limitMinutes,
            @Nullable OrderAction then) {
        public Rule {
            by = Set.copyOf(by);
            if (limitMinutes != null && limitMinutes <= 0) {
                throw new IllegalArgumentException("a time limit is at least one minute");
            }
            if ((limitMinutes == null) != (then == null)) {
                throw new IllegalArgumentException("a time limit and its consequence belong together");
            }
        }
    }

    /**
     * From the JSON array that flow_pack keeps.
     *
     * @throws IllegalArgumentException when a name is unknown or a needed stage is missing
     */
    public static FlowStages parse(String json) {
        Map<Stage, Rule> rules = new EnumMap<>(Stage.class);
        try (JsonReader reader = JsonText.reader(json)) {
            reader.readArray().forEach(value -> {
                JsonObject stage = value.asJsonObject();
                rules.put(Stage.valueOf(stage.getString("stage")), rule(stage));
            });
        }
        return new FlowStages(rules);
    }

    private static Rule rule(JsonObject stage) {
        Set<Role> by = EnumSet.noneOf(Role.class);
        for (JsonString role : stage.getJsonArray("by").getValuesAs(JsonString.class)) {
            by.add(Role.valueOf(role.getString()));
        }
        Integer limit = stage.containsKey("limitMinutes") ? (Integer) stage.getInt("limitMinutes") : null;
        String then = stage.getString("then", null);
        return new Rule(by, limit, then == null ? null : OrderAction.valueOf(then));
    }

    /** Whether orders pass that stage. */
    public boolean has(Stage stage) {
        return rules.containsKey(stage);
    }

    /** Whether whoever serves enters the resident's code. */
    public boolean needsCode() {
        return has(Stage.START);
    }

    /**
     * Whether an order of that status comes to nothing when the wanted time passes: an appointment does; what has none, as a
     * hazard, stays until it is dealt with.
     */
    boolean expires(OrderStatus status) {
        return needsCode() && OrderStatus.QUEUED.contains(status);
    }

    /** The roles that may act in that stage, none when it is passed over. */
    public Set<Role> by(Stage stage) {
        Rule rule = rules.get(stage);
        return rule == null ? Set.of() : rule.by();
    }

    /** When that stage must be over if it begins at that instant, null for no limit. */
    public @Nullable Instant end(Stage stage, Instant from) {
        Rule rule = rules.get(stage);
        return rule == null || rule.limitMinutes() == null ? null : from.plus(Duration.ofMinutes(rule.limitMinutes()));
    }

    /** As {@link #end(Stage, Instant)}, but not after the latest. */
    public Instant end(Stage stage, Instant from, Instant latest) {
        Instant end = end(stage, from);
        return end == null || end.isAfter(latest) ? latest : end;
    }

    /** The stage that an order of that status is in; of one that is over, the last. */
    public Stage stage(OrderStatus status) {
        return switch (status) {
            case PLACED -> has(Stage.TRIAGE) ? Stage.TRIAGE : Stage.DISPATCH;
            case TRIAGED, DISPATCHED -> Stage.DISPATCH;
            case ACCEPTED -> Stage.START;
            case IN_SERVICE -> Stage.SERVE;
            case COMPLETED -> Stage.REVIEW;
            case REVIEWED, ASSESSED, CLOSED, CANCELLED, EXPIRED -> Stage.ASSESS;
        };
    }

    /** What the portal does when that stage took too long. */
    public @Nullable OrderAction then(Stage stage) {
        Rule rule = rules.get(stage);
        return rule == null ? null : rule.then();
    }
}
