package org.linli.plugin.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Automation;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.effect.Effect;

/** All that a brand owns in one community; an answer's effects are applied to a copy, which replaces it when all went well. */
final class CoreState {
    /** A record with the schema it was written in. */
    record Stored(Context.Record record, int schema, Data all) {}

    /** A notice that one person got. */
    record Told(String personId, Effect.Notify notice) {}

    /** Points on an account. */
    record Earned(String personId, long hundredths, String key, String explanation, Instant at) {}

    final Map<String, Stored> records = new TreeMap<>();
    final Map<String, KitOrder> orders = new LinkedHashMap<>();
    final Map<String, ActivityView> activities = new LinkedHashMap<>();
    /** Plan key by activity. */
    final Map<String, String> plans = new LinkedHashMap<>();

    final List<Told> told = new ArrayList<>();
    final Set<String> toldKeys = new LinkedHashSet<>();
    final Map<String, Earned> earned = new LinkedHashMap<>();
    final Map<String, Effect.RenderDocument> documents = new TreeMap<>();
    final Map<String, Set<String>> roles = new LinkedHashMap<>();
    /** What happened and nobody was told of yet. */
    final List<Automation.Trigger> events = new ArrayList<>();

    final List<PointPolicy.Fact> facts = new ArrayList<>();
    long lastId;

    CoreState copy() {
        CoreState copy = new CoreState();
        copy.records.putAll(records);
        orders.forEach((id, order) -> copy.orders.put(id, order.copy()));
        copy.activities.putAll(activities);
        copy.plans.putAll(plans);
        copy.told.addAll(told);
        copy.toldKeys.addAll(toldKeys);
        copy.earned.putAll(earned);
        copy.documents.putAll(documents);
        roles.forEach((person, held) -> copy.roles.put(person, new LinkedHashSet<>(held)));
        copy.events.addAll(events);
        copy.facts.addAll(facts);
        copy.lastId = lastId;
        return copy;
    }

    String nextId() {
        lastId++;
        return Long.toString(1000 + lastId);
    }

    void happened(String event, String id, Instant at, Data data) {
        events.add(new Automation.Trigger(event, id, at, data));
    }

    /** What a repeated answer must leave as it is; versions and instants of records may rise. */
    String fingerprint() {
        StringBuilder text = new StringBuilder();
        records.forEach((key, stored) -> text.append(key).append(stored.all()).append('\n'));
        orders.values()
                .forEach(
                        o -> text.append(o.id).append(o.status).append(o.fields).append('\n'));
        activities.values().forEach(a -> text.append(a.kind())
                .append(a.startsAt())
                .append(a.status())
                .append(a.people())
                .append('\n'));
        text.append(told.size()).append(earned.keySet()).append(documents.keySet());
        return text.toString();
    }

    boolean isEmpty() {
        return records.isEmpty()
                && orders.isEmpty()
                && activities.isEmpty()
                && plans.isEmpty()
                && documents.isEmpty()
                && told.isEmpty();
    }
}
