package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.release.FailingBrands;
import org.linli.portal.brands.release.ReleaseHealth;

/** What fails again and again is taken back while it is new, and rests where it failed when it is not. */
@ApplicationScoped
public class TrippedBrands {
    private static final Logger LOG = Logger.getLogger(TrippedBrands.class.getName());

    private final ReleaseHealth health;
    private final FailingBrands failing;
    private final Breakers breakers;

    @Inject
    public TrippedBrands(ReleaseHealth health, FailingBrands failing, Breakers breakers) {
        this.health = health;
        this.failing = failing;
        this.breakers = breakers;
    }

    void tripped(@Observes BreakerTripped event) {
        BrandRef brand = event.key().brand();
        String point = event.key().point().code();
        if (event.key().point() == Point.CARD) {
            return; // numbers that nobody asked for, with little time on a busy machine: they are left out, no more
        }
        try {
            boolean present = health.concerns(brand.brandId(), event.release());
            if (present && !health.trip(brand.brandId(), brand.communityId(), point)) {
                failing.suspend(brand, point);
            }
        } catch (RuntimeException e) { // the caller's answer does not depend on it; the breaker stays open anyway
            LOG.log(Level.WARNING, e, () -> "could not take back or suspend " + brand);
        }
    }

    /** Another release, or a new start, gets its chance. */
    void switched(@Observes BrandSwitched event) {
        breakers.reset(event.scope().brand());
    }
}
