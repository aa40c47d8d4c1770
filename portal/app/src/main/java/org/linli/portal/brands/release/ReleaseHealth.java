package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.problem.DomainException;

/** Takes a release back that fails while it is new. */
@ApplicationScoped
public class ReleaseHealth {
    private static final Logger LOG = Logger.getLogger(ReleaseHealth.class.getName());

    private final Registry registry;
    private final PointerRows pointers;
    private final ReleaseRows releases;
    private final ReleaseSwitch change;
    private final Clock clock;

    @Inject
    public ReleaseHealth(
            Registry registry, PointerRows pointers, ReleaseRows releases, ReleaseSwitch change, Clock clock) {
        this.registry = registry;
        this.pointers = pointers;
        this.releases = releases;
        this.change = change;
        this.clock = clock;
    }

    /**
     * Whether a failure says anything of what is to work now: calls of a release whose place was taken end late, and until this
     * node has followed they go on beginning.
     */
    public boolean concerns(String brandId, WeakReference<ClassLoader> failed) {
        return registry.active(brandId)
                .filter(release -> failed.refersTo(release.loader()))
                .filter(release -> pointers.find(brandId)
                        .filter(pointer -> pointer.generation() == release.generation())
                        .isPresent())
                .isPresent();
    }

    /**
     * A brand failed so often in a community that it is left alone there.
     *
     * @param reason code and arguments
     * @return true when the release was new and has been taken back for all; false when the caller has to suspend it there
     */
    public boolean trip(BrandRef brand, List<String> reason) {
        return pointers.find(brand.brandId())
                .filter(pointer -> isNew(pointer) && pointer.previousId() != null)
                .map(pointer -> takeBack(pointer, pointer.previousId(), reason))
                .orElse(false);
    }

    /** It did not start on a node: back to what worked before, while it is new; later the node has to try again. */
    void startFailed(Pointer pointer, List<String> reason) {
        if (isNew(pointer)) {
            takeBack(pointer, pointer.previousId(), reason);
        }
    }

    /** The portal died twice while it was starting this release: it is not started a third time. */
    void quarantine(Pointer pointer) {
        Optional<Long> back = Optional.ofNullable(pointer.previousId())
                .or(() -> releases.of(pointer.brandId(), Release.Status.RETIRED).stream()
                        .map(Release::id)
                        .findFirst());
        takeBack(pointer, back.orElse(null), List.of("brands.quarantined"));
    }

    private boolean isNew(Pointer pointer) {
        return clock.instant().isBefore(pointer.healthyAt());
    }

    private boolean takeBack(Pointer pointer, @Nullable Long to, List<String> reason) {
        LOG.log(Level.WARNING, "{0} is taken back: {1}", new Object[] {pointer.brandId(), reason});
        try {
            change.apply(new ReleaseSwitch.Change(pointer.brandId(), pointer.generation(), to, null, reason));
        } catch (DomainException e) {
            if (e.kind() != DomainException.Kind.CONFLICT) {
                throw e;
            }
            LOG.info(() -> pointer.brandId() + ": another node was faster");
        }
        return true;
    }
}
