package org.linli.plugin.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.linli.plugin.Route;
import org.linli.plugin.effect.Effect;

/** A community with the brand switched on, and all that the brand owns there. Its clock moves only when it is told to. */
public final class KitCommunity extends KitView {
    private final BrandKit kit;
    private final KitWorld world = new KitWorld();
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private Data set = Data.EMPTY;
    private CoreState state = new CoreState();

    KitCommunity(BrandKit kit, String id, String name) {
        this.kit = kit;
        world.unit(id, null, "COMMUNITY", name);
    }

    // --- the world

    /** Adds a grid to the community, or a building to a grid. */
    public KitCommunity unit(String id, String parentId, String level, String name) {
        world.unit(id, parentId, level, name);
        return this;
    }

    /** Somebody who lives there, with roles: those of the core begin with {@code core:}. */
    public KitPerson person(String id, String name, String homeUnitId, String... roles) {
        world.person(id, name, homeUnitId);
        Set<String> core = new LinkedHashSet<>();
        for (String role : roles) {
            if (role.startsWith("core:")) {
                core.add(role);
            } else if (declaresRole(role)) {
                state.roles.computeIfAbsent(id, p -> new LinkedHashSet<>()).add(role);
            } else {
                throw new IllegalArgumentException("the brand has no role " + role);
            }
        }
        return new KitPerson(this, id, core);
    }

    /** Puts people into a team. */
    public KitCommunity team(String code, String... personIds) {
        world.team(code, List.of(personIds));
        return this;
    }

    /** Sets settings, as the administrator's form does: the schema and the brand must agree. */
    public KitCommunity set(Object... keysAndValues) {
        Data next = set;
        for (int i = 0; i < keysAndValues.length; i += 2) {
            next = next.with((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        List<String> misfits = kit.settings().misfits(next);
        if (!misfits.isEmpty()) {
            throw new Refusal(misfits.toString());
        }
        Data filled = kit.settings().filled(next);
        var problems = calls().bounded("settings", null, c -> kit.brand().validateSettings(c, filled));
        if (!problems.isEmpty()) {
            throw new Refusal(problems.toString(), problems);
        }
        set = next;
        return this;
    }

    /** Switches the brand on, as often as one likes. */
    public KitCommunity enable() {
        commit(calls().bounded("enable", null, c -> kit.brand().onEnable(c)), null, false);
        return this;
    }

    /** Loads the brand's demonstration. */
    public KitCommunity demo() {
        commit(calls().bounded("demo", null, c -> kit.brand().demo(c)), null, true);
        state.events.clear();
        state.facts.clear();
        return this;
    }

    /** Lets time pass: cron and what becomes overdue run on the way. */
    public KitCommunity pass(Duration time) {
        new KitClock(this).pass(time);
        return this;
    }

    /** Sets the clock without running anything. */
    public KitCommunity at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    // --- the core's part in orders

    /** A volunteer accepts the order and begins. */
    public void accept(String orderId, String volunteerId) {
        flow(orderId).accept(volunteerId);
        settle();
    }

    /** What was to be done is done; steps that wait before or after come next, or the order closes. */
    public void complete(String orderId, int minutes) {
        flow(orderId).complete(minutes);
        settle();
    }

    /** The resident's rating, for flows with REVIEW. */
    public void review(String orderId) {
        flow(orderId).review();
        settle();
    }

    private OrderFlow flow(String orderId) {
        KitOrder order = state.orders.get(orderId);
        if (order == null) {
            throw new Refusal("no order " + orderId);
        }
        return new OrderFlow(this, state, order);
    }

    String order(KitPerson person, String type, String unitId, Data fields) {
        CoreState next = state.copy();
        String id = new Effects(this, next, person.id(), false).order(type, unitId, fields);
        state = next;
        settle();
        return id;
    }

    void completeStep(KitPerson person, String orderId, Data input) {
        CoreState next = state.copy();
        KitOrder order = next.orders.get(orderId);
        if (order == null) {
            throw new Refusal("no order " + orderId);
        }
        new OrderFlow(this, next, order).step(person, input);
        state = next;
        settle();
    }

    /** How the brand's rule ranks candidates for an order. */
    public List<DispatchRule.Score> rank(String orderId, DispatchRule.Candidate... candidates) {
        OrderView order = order(orderId);
        return kit.descriptor().dispatch().stream()
                .filter(d -> d.subjects().contains(order.type()))
                .findFirst()
                .map(d -> calls().bounded("rank", null, c -> kit.handler(d.handler(), DispatchRule.class)
                        .rank(c, order, Arrays.asList(candidates))))
                .orElse(List.of());
    }

    // --- looking at it

    /** The community itself, then its parts. */
    public List<Context.Unit> units() {
        return world.units();
    }

    /** Writes a record as an earlier release did, to see it upcast. */
    public void oldRecord(String kind, String key, int schema, Data data) {
        var record = new Context.Record(kind, key, data, 1, now, now);
        state.records.put(kind + "/" + key, new CoreState.Stored(record, schema, data));
    }

    /** A record as handlers read it: brought up to the present schema, without what is sealed. */
    public Data read(String kind, String key) {
        return calls().bounded("read", null, c -> c.records().find(kind, key))
                .map(Context.Record::data)
                .orElseThrow(() -> new Refusal("no record " + kind + "/" + key));
    }

    /** Removes what the brand owns here; true when nothing is left. */
    public boolean purge() {
        CoreState empty = new CoreState();
        empty.earned.putAll(state.earned);
        state = empty;
        return state.isEmpty();
    }

    public Instant now() {
        return now;
    }

    // --- within the kit

    void moveTo(Instant instant) {
        now = instant;
    }

    ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    BrandKit kit() {
        return kit;
    }

    BrandDescriptor descriptor() {
        return kit.descriptor();
    }

    @Override
    Texts texts() {
        return kit.texts();
    }

    @Override
    CoreState state() {
        return state;
    }

    KitCalls calls() {
        return new KitCalls(this);
    }

    Data settings() {
        return kit.settings().filled(set);
    }

    KitWorld world() {
        return world;
    }

    boolean declaresRole(String role) {
        return kit.descriptor().roles().stream().anyMatch(r -> r.code().equals(role));
    }

    Context.Actor actorOf(KitPerson person) {
        Set<String> roles = new LinkedHashSet<>(person.coreRoles());
        roles.addAll(state.roles.getOrDefault(person.id(), Set.of()));
        Context.Member member = world.member(person.id());
        return new Context.Actor(person.id(), member.name(), member.homeUnitId(), roles);
    }

    Route.Response request(KitPerson person, String slot, String method, String path, Data body) {
        Route.Response response = calls().route(person, slot, method, path, body);
        if (response instanceof Route.Response.Done done) {
            if (method.equals("GET") && !done.effects().isEmpty()) {
                throw new AssertionError("a GET answers effects: " + path);
            }
            commit(done.effects(), person.id(), false);
            settle();
        }
        return response;
    }

    /** Applies effects all or none. */
    void commit(List<Effect> effects, @org.jspecify.annotations.Nullable String actorId, boolean demo) {
        CoreState next = state.copy();
        new Effects(this, next, actorId, demo).apply(effects);
        state = next;
    }

    /** Lets automations and point policies hear what was committed. */
    void settle() {
        new KitClock(this).settle();
    }
}
