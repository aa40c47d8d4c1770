package org.linli.portal.brands.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.release.LoadedRelease;

/** The context of one call: it lives on the plugin's thread and sends every read to the caller's. */
final class CallContext implements Context {
    private final CoreReads core;
    private final BrandScope scope;
    private final LoadedRelease release;
    private final ReadLine line;
    private final Facts facts;
    private @Nullable Actor actor;

    CallContext(CoreReads core, BrandScope scope, LoadedRelease release, ReadLine line, Facts facts) {
        this.core = core;
        this.scope = scope;
        this.release = release;
        this.line = line;
        this.facts = facts;
    }

    /** What stands before the call begins. */
    record Facts(Instant now, Locale locale, Data settings) {}

    @Override
    public Unit community() {
        return line.read(() -> core.community(scope));
    }

    @Override
    public @Nullable Actor actor() {
        Long person = scope.personId();
        if (actor == null && person != null) {
            actor = line.read(() -> core.actor(scope, person));
        }
        return actor;
    }

    @Override
    public Instant now() {
        return facts.now();
    }

    @Override
    public Locale locale() {
        return facts.locale();
    }

    @Override
    public String text(String key, Object... arguments) {
        return release.text(facts.locale(), key, arguments);
    }

    @Override
    public Data settings() {
        return facts.settings();
    }

    @Override
    public Records records() {
        need("records");
        return new CallRecords(core, scope, release, line);
    }

    @Override
    public Orders orders() {
        need("orders:own-types");
        return carried(Orders.class, line.read(() -> core.orders(scope)));
    }

    @Override
    public Activities activities() {
        need("activities:own-kinds");
        return carried(Activities.class, line.read(() -> core.activities(scope)));
    }

    @Override
    public Members members() {
        need("members:name");
        return new Members() {
            @Override
            public List<Member> holding(String role) {
                return line.read(() -> core.holding(scope, role));
            }

            @Override
            public Optional<Member> find(String personId) {
                return line.read(() -> core.member(scope, personId));
            }

            @Override
            public List<Member> ofTeam(String teamCode) {
                return line.read(() -> core.ofTeam(scope, teamCode));
            }
        };
    }

    @Override
    public List<Unit> units() {
        return line.read(() -> core.units(scope));
    }

    private void need(String permission) {
        if (!scope.descriptor().needs(permission)) {
            throw new IllegalStateException("the descriptor does not ask for " + permission);
        }
    }

    /** The same interface, each call sent over the line. */
    private <T> T carried(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Supplier<Object> read = () -> {
                        try {
                            return method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause() instanceof RuntimeException known
                                    ? known
                                    : new IllegalStateException(e.getCause());
                        } catch (IllegalAccessException e) {
                            throw new IllegalStateException(e);
                        }
                    };
                    return line.read(read);
                }));
    }
}
