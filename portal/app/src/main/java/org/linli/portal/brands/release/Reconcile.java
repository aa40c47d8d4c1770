package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.problem.DomainException;

/** Brings this node into line with the pointers: every two seconds, at its start, and at once where a change was made. */
@ApplicationScoped
public class Reconcile implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(Reconcile.class.getName());
    private static final int UNCLEAN_STARTS = 2;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final PointerRows pointers;
    private final ReleaseRows releases;
    private final NodeRows nodes;
    private final ReleaseHealth health;
    private final LoadedReleases loaded;
    private final Clock clock;
    private final boolean safeMode;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    @Inject
    public Reconcile(
            PointerRows pointers,
            ReleaseRows releases,
            NodeRows nodes,
            ReleaseHealth health,
            LoadedReleases loaded,
            Clock clock,
            @ConfigProperty(name = "linli.plugins", defaultValue = "on") String plugins) {
        this.pointers = pointers;
        this.releases = releases;
        this.nodes = nodes;
        this.health = health;
        this.loaded = loaded;
        this.clock = clock;
        this.safeMode = plugins.equals("off");
    }

    private record Failure(long generation, Instant until) {}

    /** Whether this portal was started without brands, to be mended. */
    public boolean isSafeMode() {
        return safeMode;
    }

    void onStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        try {
            loaded.tidy(releases.list().stream().map(Release::sha256).collect(Collectors.toSet()));
            run();
        } catch (RuntimeException e) { // the portal comes up without brands rather than not at all; the job tries again
            LOG.log(Level.WARNING, "brands do not start yet", e);
        }
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** One node does one thing at a time; another thread of it waits. */
    @Override
    public synchronized void run() {
        for (Pointer pointer : pointers.all()) {
            try {
                follow(pointer);
            } catch (RuntimeException e) { // one brand does not keep the others from working
                LOG.log(Level.WARNING, e, () -> pointer.brandId() + " cannot be brought into line, will try again");
            }
        }
        nodes.alive(loaded.node());
    }

    /** Loads what works of a brand anew on this node, and then unloads what was loaded, with all that it kept. */
    public synchronized void restart(String brandId) {
        pointers.find(brandId).ifPresent(pointer -> {
            if (pointer.releaseId() != null && loaded.has(brandId, pointer.generation())) {
                start(pointer, pointer.releaseId());
            }
        });
    }

    private void follow(Pointer pointer) {
        String id = pointer.brandId();
        Long release = pointer.releaseId();
        if (safeMode) {
            report(pointer, "SAFE_MODE", "");
        } else if (release == null) {
            if (loaded.unload(id)) {
                report(pointer, "OFF", "");
            }
        } else if (!loaded.has(id, pointer.generation()) && !rests(pointer)) {
            start(pointer, release);
        }
    }

    private boolean rests(Pointer pointer) {
        Failure failure = failures.get(pointer.brandId());
        return failure != null
                && failure.generation() == pointer.generation()
                && clock.instant().isBefore(failure.until());
    }

    private void start(Pointer pointer, long releaseId) {
        Release release = releases.find(releaseId).orElseThrow();
        if (nodes.beginStart(releaseId, loaded.node()) >= UNCLEAN_STARTS) {
            nodes.endStart(releaseId, loaded.node());
            report(pointer, "FAILED", "brands.quarantined");
            health.quarantine(pointer);
            return;
        }
        try {
            loaded.load(release, pointer.generation());
            nodes.endStart(releaseId, loaded.node());
            failures.remove(pointer.brandId());
            report(pointer, "RUNNING", release.version());
        } catch (DomainException e) {
            nodes.endStart(releaseId, loaded.node());
            List<String> reason = Reasons.of(e);
            LOG.warning(() -> release.brandId() + " " + release.version() + " does not start: " + reason);
            failures.put(
                    pointer.brandId(),
                    new Failure(pointer.generation(), clock.instant().plus(PAUSE_AFTER_FAILURE)));
            report(pointer, "FAILED", String.join(" ", reason));
            health.startFailed(pointer, reason);
        }
    }

    private void report(Pointer pointer, String state, String detail) {
        nodes.report(loaded.node(), pointer.brandId(), pointer.generation(), state, detail);
    }
}
