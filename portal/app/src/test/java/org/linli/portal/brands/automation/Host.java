package org.linli.portal.brands.automation;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.linli.database.TestDatabase;
import org.linli.plugin.Brand;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.EffectHandler;
import org.linli.portal.brands.call.BreakerTripped;
import org.linli.portal.brands.call.Breakers;
import org.linli.portal.brands.call.CallCounts;
import org.linli.portal.brands.call.CallLimits;
import org.linli.portal.brands.call.CoreReads;
import org.linli.portal.brands.call.EffectDesk;
import org.linli.portal.brands.call.HeapWatch;
import org.linli.portal.brands.call.Invoker;
import org.linli.portal.brands.call.OldGeneration;
import org.linli.portal.brands.call.PluginGate;
import org.linli.portal.brands.call.PluginThreads;
import org.linli.portal.brands.record.PutRecordHandler;
import org.linli.portal.brands.record.RecordRows;
import org.linli.portal.brands.record.RecordStore;
import org.linli.portal.brands.record.SealedFields;
import org.linli.portal.brands.release.ActiveBrands;
import org.linli.portal.brands.release.Bindings;
import org.linli.portal.brands.release.BrandRoles;
import org.linli.portal.brands.release.LoadedRelease;
import org.linli.portal.brands.release.Registry;
import org.linli.portal.brands.release.ReleaseTexts;
import org.linli.portal.people.Contacts;
import org.linli.portal.platform.Fired;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.outbox.OutboxHandler;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.FieldCipher;

/** Two communities with one brand on the real engine; the host wired by hand. */
final class Host implements AutoCloseable {
    static final BrandRef HERE = new BrandRef("sample", 10);
    static final BrandRef THERE = new BrandRef("sample", 20);

    final TestDatabase database = TestDatabase.create();
    final TestTransactions transactions = new TestTransactions(database);
    final Sql sql = new Sql(joiningOrAlone());
    final Clock clock = Clock.systemUTC();
    final List<BreakerTripped> tripped = new ArrayList<>();
    final List<Effect.GrantPoints> granted = new ArrayList<>();
    final LoadedRelease release;
    final PluginGate gate;
    final EffectDesk effects;
    final RunQueue queue = new RunQueue(sql, clock);
    final RunDesk desk;
    final OneRun runs;
    final ActiveBrands brands;
    final RecordRows records;

    Host(Descriptor descriptor, Brand brand, Map<String, Object> handlers) {
        release = new LoadedRelease(descriptor, 1, brand, handlers, ReleaseTexts.of("hello=你好 {0}", "hello=Hello {0}"));
        Registry registry = new One(release);
        Bindings bindings = new Bindings(sql, registry);
        brands = new ActiveBrands(registry, bindings, new BrandRoles(sql, clock));
        FieldCipher cipher = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]));
        SealedFields seals = new SealedFields(cipher);
        records = new RecordRows(sql, seals);
        CoreReads core = new CoreReads(null, new Contacts(sql, cipher), brands, records, null, null, null, null);
        Invoker invoker = new Invoker(
                new PluginThreads(),
                new Breakers(Fired.to(tripped::add)),
                new CallCounts(clock),
                CallLimits.usual(),
                new HeapWatch(Fired.to(kept -> {}), new OldGeneration(), Integer.MAX_VALUE >> 20));
        gate = new PluginGate(registry, bindings, invoker, core, clock);
        BrandEvents events = new BrandEvents(new Outbox(sql, clock));
        effects = new EffectDesk(handlers(
                new PutRecordHandler(new RecordStore(sql, seals, clock)),
                new EmitHandler(events, clock),
                new Grants()));
        desk = new InTransactions();
        runs = new OneRun(desk, gate, brands, bindings);
        transactions.run(() -> List.of(HERE, THERE).forEach(this::settle));
    }

    private void settle(BrandRef ref) {
        long id = ref.communityId();
        sql.update(
                "INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                        + " VALUES (?, 'COMMUNITY', ?, ?, ?, ?, '2026-01-01')",
                id,
                "C" + id,
                "社区" + id,
                id + "/",
                id);
        sql.update(
                "INSERT INTO brand_binding (brand_id, community_id, state, version, generation, approved, settings,"
                        + " changed_at, revision) VALUES (?, ?, 'ON', '1.0.0', 1, '', '{}', '2026-01-01', 1)",
                ref.brandId(),
                id);
    }

    /** Hands all messages to their handlers, as the relay does. */
    void deliver() {
        List<OutboxHandler> handlers = List.of(new QueueEvents(brands, queue), new QueueFacts(brands, queue));
        transactions.run(() -> {
            sql.list("SELECT topic, payload FROM outbox_message ORDER BY id", row -> List.of(row.text(1), row.text(2)))
                    .forEach(message -> handlers.stream()
                            .filter(handler -> handler.topic().equals(message.get(0)))
                            .forEach(handler -> handle(handler, message.get(1))));
            sql.update("DELETE FROM outbox_message");
        });
    }

    private static void handle(OutboxHandler handler, String payload) {
        try {
            handler.handle(payload);
        } catch (Exception e) { // the handler declares no less
            throw new IllegalStateException(e);
        }
    }

    void fact(String kind, String source) {
        Data fact = Data.of(
                "brandId",
                HERE.brandId(),
                "communityId",
                "10",
                "kind",
                kind,
                "sourceId",
                source,
                "personId",
                "7",
                "minutes",
                30,
                "at",
                "2026-11-22T01:00:00Z",
                "data",
                Data.EMPTY);
        transactions.run(
                () -> new Outbox(sql, clock).append(BrandEvents.FACT, org.linli.portal.brands.DataJson.write(fact)));
    }

    void raise(BrandRef brand, String event, String id) {
        transactions.run(() -> new BrandEvents(new Outbox(sql, clock))
                .raise(brand, event, id, clock.instant(), Data.of("orderId", "5")));
    }

    long number(String query) {
        return transactions.run(() -> sql.number(query));
    }

    @Override
    public void close() throws SQLException {
        transactions.close();
        database.close();
    }

    private static final class One extends Registry {
        private final LoadedRelease release;

        One(LoadedRelease release) {
            this.release = release;
        }

        @Override
        public Optional<LoadedRelease> active(String brandId) {
            return Optional.of(release).filter(one -> one.descriptor().id().equals(brandId));
        }

        @Override
        public Optional<LoadedRelease.Lease> lease(String brandId) {
            return active(brandId).flatMap(LoadedRelease::lease);
        }

        @Override
        public Collection<LoadedRelease> all() {
            return List.of(release);
        }
    }

    private final class Grants implements EffectHandler<Effect.GrantPoints> {
        @Override
        public Class<Effect.GrantPoints> type() {
            return Effect.GrantPoints.class;
        }

        @Override
        public void apply(BrandScope scope, Effect.GrantPoints effect) {
            granted.add(effect);
        }
    }

    private final class InTransactions extends RunDesk {
        InTransactions() {
            super(Host.this.sql, Host.this.effects, Host.this.clock);
        }

        @Override
        public Optional<Run> take() {
            return transactions.run(() -> super.take());
        }

        @Override
        public void finish(Run run, BrandScope scope, List<Effect> answered) {
            transactions.run(() -> super.finish(run, scope, answered));
        }

        @Override
        public void failed(Run run, String why) {
            transactions.run(() -> super.failed(run, why));
        }

        @Override
        public void postpone(Run run, java.time.Duration pause) {
            transactions.run(() -> super.postpone(run, pause));
        }
    }

    private DataSource joiningOrAlone() {
        return proxy(DataSource.class, () -> {
            try {
                return transactions.dataSource().getConnection();
            } catch (IllegalStateException e) {
                return database.connect();
            }
        });
    }

    private static <T> T proxy(Class<T> type, java.util.concurrent.Callable<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.call()));
    }

    @SuppressWarnings("unchecked")
    private static Instance<EffectHandler<?>> handlers(EffectHandler<?>... all) {
        return (Instance<EffectHandler<?>>) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    Stream<EffectHandler<?>> stream = Arrays.stream(all);
                    return stream;
                });
    }
}
