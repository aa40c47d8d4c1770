package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Supplier;
import org.linli.plugin.Brand;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.release.Binding;
import org.linli.portal.brands.release.Bindings;
import org.linli.portal.brands.release.LoadedRelease;
import org.linli.portal.brands.release.Registry;

/**
 * The door to a brand in a community: it must be on there, its release stays loaded for the call, and no transaction of the
 * core is under way while it runs.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class PluginGate {
    private final Registry registry;
    private final Bindings bindings;
    private final Invoker invoker;
    private final CoreReads core;
    private final Clock clock;

    @Inject
    public PluginGate(Registry registry, Bindings bindings, Invoker invoker, CoreReads core, Clock clock) {
        this.registry = registry;
        this.bindings = bindings;
        this.invoker = invoker;
        this.core = core;
        this.clock = clock;
    }

    /** What is asked where. */
    public record Ask(BrandRef brand, Point point, Who who) {
        CallKey key() {
            return new CallKey(brand, point);
        }
    }

    /** Work with a handler; runs on the plugin's thread. */
    @FunctionalInterface
    public interface Work<H, T> {
        T on(H handler, Context context);
    }

    /** An answer, and for whom and by which release it was given: its effects are applied as that. */
    public record Answer<T>(T value, BrandScope scope) {}

    /**
     * Asks a handler that the descriptor names.
     *
     * @throws BrandOff when the brand is not on in the community or not loaded on this node
     * @throws CallFailed when it does not answer
     */
    public <H, T> Answer<T> handler(Ask ask, Class<H> type, String handler, Work<H, T> work) {
        Binding binding = bindings.find(ask.brand()).filter(Binding::isOn).orElseThrow(BrandOff::new);
        try (LoadedRelease.Lease lease = lease(ask.brand())) {
            H one = lease.release().handler(handler, type);
            return run(ask, lease.release(), binding.settings(), context -> work.on(one, context));
        }
    }

    /** Asks the brand itself, in whatever state it is there. */
    public <T> Answer<T> brand(Ask ask, Work<Brand, T> work) {
        Data settings = bindings.find(ask.brand()).map(Binding::settings).orElse(Data.EMPTY);
        try (LoadedRelease.Lease lease = lease(ask.brand())) {
            Brand brand = lease.release().brand();
            return run(ask, lease.release(), settings, context -> work.on(brand, context));
        }
    }

    private LoadedRelease.Lease lease(BrandRef brand) {
        return registry.lease(brand.brandId()).orElseThrow(BrandOff::new);
    }

    private <T> Answer<T> run(Ask ask, LoadedRelease release, Data settings, Asked<T> asked) {
        BrandScope scope = new BrandScope(
                ask.brand(),
                release.descriptor(),
                ask.who().personId(),
                ask.who().demo());
        CallContext.Facts facts =
                new CallContext.Facts(clock.instant(), ask.who().locale(), settings);
        T value = invoker.call(
                ask.key(),
                release.loader(),
                line -> Answers.checked(asked.in(new CallContext(core, scope, release, within(line), facts))));
        return new Answer<>(value, scope);
    }

    /** Each read a transaction; the plugin itself runs outside of any. */
    private ReadLine within(ReadLine line) {
        return new ReadLine() {
            @Override
            public <R> R read(Supplier<R> read) {
                return line.read(() -> core.within(read));
            }
        };
    }

    private interface Asked<T> {
        T in(Context context);
    }
}
