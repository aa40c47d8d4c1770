package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.release.FailingBrands;
import org.linli.portal.brands.release.Reconcile;
import org.linli.portal.brands.release.ReleaseHealth;

/** What fails again and again is taken back while it is new, and rests where it failed when it is not. */
@ApplicationScoped
public class TrippedBrands {
    private static final Logger LOG = Logger.getLogger(TrippedBrands.class.getName());

    private final ReleaseHealth health;
    private final FailingBrands failing;
    private final Breakers breakers;
    private final Reconcile reconcile;

    @Inject
    public TrippedBrands(ReleaseHealth health, FailingBrands failing, Breakers breakers, Reconcile reconcile) {
        this.reconcile = reconcile;
        this.health = health;
        this.failing = failing;
        this.breakers = breakers;
    }

    void tripped(@Observes BreakerTripped event) {
        boolean memory = event.last() == CallFailed.Cause.LARGE;
        if (event.key().point() == Point.CARD && !memory) {
            return; // numbers that nobody asked for, with little time on a busy machine: they are left out, no more
        }
        try {
            end(event.key(), event.release(), memory);
        } catch (RuntimeException e) { // the caller's answer does not depend on it; the breaker stays open anyway
            LOG.log(Level.WARNING, e, () -> "could not take back or suspend " + event.key());
        }
    }

    /** What was kept goes with the classes that keep it: the release is loaded anew, where it is not taken back. */
    void kept(@Observes MemoryKept event) {
        String brandId = event.key().brand().brandId();
        try {
            boolean back = end(event.key(), event.release(), true);
            if (!back && health.concerns(brandId, event.release())) {
                reconcile.restart(brandId);
            }
        } catch (RuntimeException e) { // an observer's failure must not end the measuring
            LOG.log(Level.WARNING, e, () -> "could not end what keeps memory: " + event.key());
        }
    }

    /** Whether the release was taken back for all; else the brand rests where it failed. */
    private boolean end(CallKey key, WeakReference<ClassLoader> release, boolean memory) {
        BrandRef brand = key.brand();
        String point = key.point().code();
        if (!health.concerns(brand.brandId(), release)) {
            return false;
        }
        String code = memory ? "brands.tripped-memory" : "brands.tripped";
        boolean back = health.trip(brand, List.of(code, point, Long.toString(brand.communityId())));
        if (!back) {
            failing.suspend(brand, point, memory ? FailingBrands.MEMORY : FailingBrands.FAILED);
        }
        return back;
    }

    /** Another release, or a new start, gets its chance. */
    void switched(@Observes BrandSwitched event) {
        breakers.reset(event.scope().brand());
    }
}
