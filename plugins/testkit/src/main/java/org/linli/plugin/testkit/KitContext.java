package org.linli.plugin.testkit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;

/** What a handler sees during one call; used after it, every method throws, as a kept context would in the portal. */
final class KitContext implements Context {
    private final KitCommunity community;
    private final CoreState state;
    private final @Nullable Actor actor;
    private final Locale locale;
    private boolean over;

    KitContext(KitCommunity community, CoreState state, @Nullable Actor actor, Locale locale) {
        this.community = community;
        this.state = state;
        this.actor = actor;
        this.locale = locale;
    }

    void end() {
        over = true;
    }

    private <T> T during(@Nullable String need, Supplier<T> read) {
        if (over) {
            throw new AssertionError("a context was kept after its call");
        }
        if (need != null && !community.descriptor().needs().contains(need)) {
            throw new AssertionError("needs " + need);
        }
        return read.get();
    }

    @Override
    public Unit community() {
        return during(null, () -> community.world().units().get(0));
    }

    @Override
    public @Nullable Actor actor() {
        return actor;
    }

    @Override
    public Instant now() {
        return during(null, community::now);
    }

    @Override
    public ZoneId zone() {
        return community.zone();
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public String text(String key, Object... arguments) {
        return during(null, () -> community.texts().text(locale, key, arguments));
    }

    @Override
    public Data settings() {
        return during(null, community::settings);
    }

    @Override
    public List<Unit> units() {
        return during(null, community.world()::units);
    }

    @Override
    public Records records() {
        return during("records", StateRecords::new);
    }

    @Override
    public Orders orders() {
        return during("orders:own-types", StateOrders::new);
    }

    @Override
    public Activities activities() {
        return during("activities:own-kinds", StateActivities::new);
    }

    @Override
    public Members members() {
        return during("members:name", StateMembers::new);
    }

    private static <T> List<T> window(List<T> all, int offset, int limit) {
        return all.stream().skip(offset).limit(Math.min(limit, 500)).toList();
    }

    private final class StateRecords implements Records {
        private Context.Record upcast(CoreState.Stored stored) {
            Context.Record record = stored.record();
            int now = community.descriptor().record(record.kind()).orElseThrow().schema();
            if (stored.schema() == now) {
                return record;
            }
            Data data = community.kit().brand().upcast(record.kind(), stored.schema(), record.data());
            return new Context.Record(
                    record.kind(), record.key(), data, record.version(), record.createdAt(), record.changedAt());
        }

        private List<Context.Record> all(String kind) {
            if (community.descriptor().record(kind).isEmpty()) {
                throw new IllegalArgumentException("no record kind " + kind);
            }
            return state.records.values().stream()
                    .filter(s -> s.record().kind().equals(kind))
                    .map(this::upcast)
                    .toList();
        }

        @Override
        public Optional<Context.Record> find(String kind, String key) {
            return all(kind).stream().filter(r -> r.key().equals(key)).findFirst();
        }

        @Override
        public List<Context.Record> list(String kind, int offset, int limit) {
            return window(all(kind), offset, limit);
        }

        private List<Context.Record> matching(String kind, String index, String value) {
            List<Context.Record> all = all(kind);
            if (!community.descriptor().record(kind).orElseThrow().indexes().contains(index)) {
                throw new IllegalArgumentException("no index " + index + " of " + kind);
            }
            return all.stream()
                    .filter(r -> r.data().text(index).equals(value))
                    .sorted(Comparator.comparing(Context.Record::changedAt).reversed())
                    .toList();
        }

        @Override
        public List<Context.Record> by(String kind, String index, String value, int offset, int limit) {
            return window(matching(kind, index, value), offset, limit);
        }

        @Override
        public long count(String kind, String index, String value) {
            return matching(kind, index, value).size();
        }

        @Override
        public Data unseal(String kind, String key) {
            var declared = community.descriptor().record(kind).orElseThrow();
            if (actor == null || declared.unseal().stream().noneMatch(actor::is)) {
                throw new IllegalStateException("may not unseal " + kind);
            }
            CoreState.Stored stored = state.records.get(kind + "/" + key);
            Map<String, Object> open = new LinkedHashMap<>();
            if (stored != null) {
                declared.sealed().forEach(f -> stored.all().get(f).ifPresent(v -> open.put(f, v)));
            }
            return Data.of(open);
        }
    }

    private final class StateOrders implements Orders {
        private List<OrderView> all() {
            List<OrderView> all = new ArrayList<>();
            state.orders.values().forEach(o -> all.add(o.view()));
            all.sort(Comparator.comparing(OrderView::placedAt).reversed());
            return all;
        }

        @Override
        public Optional<OrderView> find(String orderId) {
            return all().stream().filter(o -> o.id().equals(orderId)).findFirst();
        }

        @Override
        public List<OrderView> list(String type, boolean open, int offset, int limit) {
            return window(
                    all().stream()
                            .filter(o -> o.type().equals(type) && (!open || o.open()))
                            .toList(),
                    offset,
                    limit);
        }

        @Override
        public List<OrderView> children(String orderId) {
            return all().stream()
                    .filter(o -> orderId.equals(o.parentId()))
                    .sorted(Comparator.comparing(OrderView::placedAt))
                    .toList();
        }

        @Override
        public Map<String, Long> openByUnit(String type) {
            Map<String, Long> counts = new LinkedHashMap<>();
            list(type, true, 0, 500).forEach(o -> counts.merge(o.unitId(), 1L, Long::sum));
            return counts;
        }

        @Override
        public long count(String type, Instant since) {
            return all().stream()
                    .filter(o -> o.type().equals(type) && !o.placedAt().isBefore(since))
                    .count();
        }
    }

    private final class StateActivities implements Activities {
        private List<ActivityView> all() {
            return state.activities.values().stream()
                    .sorted(Comparator.comparing(ActivityView::startsAt))
                    .toList();
        }

        @Override
        public Optional<ActivityView> find(String activityId) {
            return Optional.ofNullable(state.activities.get(activityId));
        }

        @Override
        public List<ActivityView> between(String kind, Instant from, Instant to, int limit) {
            return all().stream()
                    .filter(a -> a.kind().equals(kind))
                    .filter(a -> !a.startsAt().isBefore(from) && a.startsAt().isBefore(to))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<ActivityView> upcomingOf(String personId, String kind, int limit) {
            return all().stream()
                    .filter(a -> a.kind().equals(kind) && a.status().equals("PLANNED"))
                    .filter(a -> a.endsAt().isAfter(community.now()))
                    .filter(a -> a.people().stream().anyMatch(p -> p.personId().equals(personId)))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Tally finished(String kind, Instant since) {
            List<ActivityView> finished = all().stream()
                    .filter(a -> a.kind().equals(kind) && a.status().equals("FINISHED"))
                    .filter(a -> !a.startsAt().isBefore(since))
                    .toList();
            return new Tally(
                    finished.size(),
                    finished.stream().mapToLong(ActivityView::heads).sum());
        }
    }

    private final class StateMembers implements Members {
        @Override
        public List<Member> holding(String role) {
            return community.world().people().stream()
                    .filter(p -> state.roles
                            .getOrDefault(p.personId(), java.util.Set.of())
                            .contains(role))
                    .toList();
        }

        @Override
        public Optional<Member> find(String personId) {
            return community.world().people().stream()
                    .filter(p -> p.personId().equals(personId))
                    .findFirst();
        }

        @Override
        public List<Member> ofTeam(String teamCode) {
            return community.world().team(teamCode);
        }
    }
}
