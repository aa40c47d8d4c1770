package org.linli.portal.brands.release;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Loads releases into this node's registry and unloads those whose place was taken. */
@ApplicationScoped
public class LoadedReleases {
    /** For a release to start. */
    static final Duration START_BUDGET = Duration.ofSeconds(10);

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Registry registry;
    private final ReleaseRows releases;
    private final JarCache cache;
    private final Map<String, OpenRelease> open = new ConcurrentHashMap<>();

    @Inject
    public LoadedReleases(Registry registry, ReleaseRows releases, JarCache cache) {
        this.registry = registry;
        this.releases = releases;
        this.cache = cache;
    }

    String node() {
        return cache.node();
    }

    void tidy(Set<String> known) {
        cache.tidy(known);
    }

    boolean has(String brandId, long generation) {
        return registry.active(brandId)
                .filter(release -> release.generation() == generation)
                .isPresent();
    }

    /**
     * Starts a release; when it runs, it takes the place of the one before, whose calls under way come to their end.
     *
     * @throws org.linli.portal.platform.problem.DomainException when it does not start; the one before works on
     */
    void load(Release release, long generation) {
        OpenRelease next = OpenRelease.start(jar(release), checked(release), generation, START_BUDGET);
        registry.put(next.release());
        unloadLater(open.put(release.brandId(), next), release.brandId());
    }

    /** The jar of a release, on this node. */
    Path jar(Release release) {
        return cache.fetch(release.sha256(), () -> releases.jar(release.id()));
    }

    CheckedJar checked(Release release) {
        return CheckedJar.of(jar(release));
    }

    /** Unloads what there is of a brand; false when there was nothing. */
    boolean unload(String brandId) {
        registry.remove(brandId);
        OpenRelease old = open.remove(brandId);
        unloadLater(old, brandId);
        return old != null;
    }

    /** On a thread of its own: draining takes seconds, and plugins run no code on the portal's threads. */
    private static void unloadLater(@Nullable OpenRelease old, String brandId) {
        if (old != null) {
            Thread thread = new Thread(null, () -> old.close(DRAIN), "brand-unload-" + brandId, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(LoadedReleases.class.getClassLoader());
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        open.forEach((brandId, release) -> {
            registry.remove(brandId);
            release.close(Duration.ofSeconds(2));
        });
        open.clear();
    }
}
