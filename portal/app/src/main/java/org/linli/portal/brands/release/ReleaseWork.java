package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.module.ModuleDescriptor.Version;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.portal.platform.problem.DomainException;

/**
 * What operators do with releases that runs a plugin on this node. Never call it inside a transaction. Each act may be repeated:
 * what was done already is not done again.
 */
@ApplicationScoped
public class ReleaseWork {
    private static final Set<Release.Status> PROBED = EnumSet.of(Release.Status.STAGED, Release.Status.REJECTED);

    private final ReleaseDesk desk;
    private final ReleaseRows releases;
    private final ReleaseSwitch change;
    private final LoadedReleases loaded;
    private final Reconcile reconcile;

    @Inject
    public ReleaseWork(
            ReleaseDesk desk, ReleaseRows releases, ReleaseSwitch change, LoadedReleases loaded, Reconcile reconcile) {
        this.desk = desk;
        this.releases = releases;
        this.change = change;
        this.loaded = loaded;
        this.reconcile = reconcile;
    }

    /**
     * Starts a release for a moment, beside whatever works, and sees that nothing of it stays behind. The release is verified
     * or rejected afterwards.
     */
    public Release verify(long id) {
        Release release = desk.get(id);
        if (!PROBED.contains(release.status())) {
            return release;
        }
        if (reconcile.isSafeMode()) {
            throw DomainException.conflict("brands.safe-mode");
        }
        try {
            requireSound(release);
            desk.verified(release);
        } catch (DomainException e) {
            desk.failed(release, Reasons.of(e));
        }
        return desk.get(id);
    }

    /**
     * Starts it, stops it, and sees that it is gone.
     *
     * @throws DomainException 409 when it does not start or something of it stays
     */
    void requireSound(Release release) {
        if (!Unloading.isDone(probe(release))) {
            throw DomainException.conflict("brands.stays-loaded");
        }
    }

    private WeakReference<ClassLoader> probe(Release release) {
        Path jar = loaded.jar(release);
        OpenRelease probe = OpenRelease.start(jar, CheckedJar.of(jar), 0, LoadedReleases.START_BUDGET);
        return probe.close(Duration.ZERO);
    }

    /**
     * From now on that release works, on this node at once, on the others within two seconds.
     *
     * @throws DomainException 409 when it was not verified, somebody was faster, or it does not start
     */
    public Release activate(long id) {
        Release release = desk.get(id);
        if (release.status() != Release.Status.ACTIVE) {
            if (release.status() != Release.Status.VERIFIED && release.status() != Release.Status.RETIRED) {
                throw DomainException.conflict("brands.not-verified");
            }
            apply(release, Optional.of(release));
        }
        return desk.get(id);
    }

    /**
     * Back to the release that worked before; to none when there is none.
     *
     * @throws DomainException 409 when that release does not work
     */
    public Release rollBack(long id) {
        Release release = desk.get(id);
        if (release.status() != Release.Status.ACTIVE) {
            throw DomainException.conflict("brands.not-active");
        }
        apply(release, before(release));
        return desk.get(id);
    }

    /** The one that worked last of those that are older; none when there is none. */
    public Optional<Release> before(Release release) {
        Version own = Version.parse(release.version());
        return releases.of(release.brandId(), Release.Status.RETIRED).stream()
                .filter(retired -> Version.parse(retired.version()).compareTo(own) < 0)
                .findFirst();
    }

    private void apply(Release about, Optional<Release> to) {
        long seen = desk.pointer(about.brandId()).map(Pointer::generation).orElse(0L);
        change.apply(new ReleaseSwitch.Change(
                about.brandId(), seen, to.map(Release::id).orElse(null), desk.callerId(), List.of()));
        reconcile.run();
        to.ifPresent(this::requireStarted);
    }

    /** It may have been taken back while it was starting. */
    private void requireStarted(Release release) {
        List<String> reason = desk.get(release.id()).reason();
        if (!reason.isEmpty()) {
            throw DomainException.conflict(
                    reason.get(0), reason.subList(1, reason.size()).toArray());
        }
    }
}
