package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.release.Binding;
import org.linli.portal.brands.release.Bindings;
import org.linli.portal.brands.release.LoadedRelease;
import org.linli.portal.brands.release.Registry;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.time.Clocks;

/** Removes what has not changed for longer than its kind is kept. */
@ApplicationScoped
public class ExpireRecords implements PeriodicJob {
    private static final int MOST_ROUNDS = 20;

    private final Registry registry;
    private final Bindings bindings;
    private final RecordExpiry expiry;
    private final Clock clock;

    @Inject
    public ExpireRecords(Registry registry, Bindings bindings, RecordExpiry expiry, Clock clock) {
        this.registry = registry;
        this.bindings = bindings;
        this.expiry = expiry;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        for (LoadedRelease release : registry.all()) {
            for (Descriptor.RecordKind kind : release.descriptor().records()) {
                if (kind.retain() != null) {
                    Instant before = clock.instant()
                            .atZone(Clocks.ZONE)
                            .minus(kind.retain())
                            .toInstant();
                    bindings.on(release.descriptor().id()).forEach(binding -> expire(binding, kind, before));
                }
            }
        }
    }

    private void expire(Binding binding, Descriptor.RecordKind kind, Instant before) {
        int rounds = 0;
        while (expiry.some(binding.brand(), kind.code(), before) > 0 && rounds < MOST_ROUNDS) {
            rounds++;
        }
    }
}
