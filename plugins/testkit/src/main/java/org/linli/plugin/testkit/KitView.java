package org.linli.plugin.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.effect.Effect;

/** What a test may see of what a brand owns in a community. */
abstract class KitView {
    abstract CoreState state();

    abstract Texts texts();

    /** The orders of a type, oldest first. */
    public List<OrderView> orders(String type) {
        return state().orders.values().stream()
                .filter(o -> o.type.equals(type))
                .map(KitOrder::view)
                .toList();
    }

    public OrderView order(String id) {
        KitOrder order = state().orders.get(id);
        if (order == null) {
            throw new Refusal("no order " + id);
        }
        return order.view();
    }

    /** Activities of a kind, oldest first. */
    public List<ActivityView> activities(String kind) {
        return state().activities.values().stream()
                .filter(a -> a.kind().equals(kind))
                .sorted(java.util.Comparator.comparing(ActivityView::startsAt))
                .toList();
    }

    /** Data of all records of a kind, by key. */
    public Map<String, Data> records(String kind) {
        Map<String, Data> records = new LinkedHashMap<>();
        state().records.values().stream()
                .filter(s -> s.record().kind().equals(kind))
                .forEach(s -> records.put(s.record().key(), s.all()));
        return records;
    }

    /** Documents by record kind and key, as {@code kind/key}. */
    public Map<String, Effect.RenderDocument> documents() {
        return Map.copyOf(state().documents);
    }

    /** Receipts of points, as a person reads them. */
    public List<String> receipts(String personId) {
        return state().earned.values().stream()
                .filter(e -> e.personId().equals(personId))
                .map(CoreState.Earned::explanation)
                .toList();
    }

    /** What must be the same before and after something that should have done nothing here. */
    public String fingerprint() {
        return state().fingerprint();
    }

    List<String> noticesOf(String personId, Locale locale) {
        return state().told.stream()
                .filter(t -> t.personId().equals(personId))
                .map(t -> texts().text(
                                locale,
                                t.notice().textKey(),
                                t.notice().arguments().toArray()))
                .toList();
    }

    long pointsOf(String personId) {
        return state().earned.values().stream()
                .filter(e -> e.personId().equals(personId))
                .mapToLong(CoreState.Earned::hundredths)
                .sum();
    }
}
