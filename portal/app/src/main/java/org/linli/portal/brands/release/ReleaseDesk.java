package org.linli.portal.brands.release;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;

/** What operators do with releases, as far as it is rows. What runs a plugin stands outside of transactions. */
@Desk
public class ReleaseDesk {
    private static final Set<Release.Status> REPLACEABLE = EnumSet.of(Release.Status.STAGED, Release.Status.REJECTED);

    private final ReleaseRows releases;
    private final PointerRows pointers;
    private final OperatorRight right;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ReleaseDesk(ReleaseRows releases, PointerRows pointers, OperatorRight right, AuditLog audit, Clock clock) {
        this.releases = releases;
        this.pointers = pointers;
        this.right = right;
        this.audit = audit;
        this.clock = clock;
    }

    /** All releases, by brand, the last changed first. */
    public List<Release> list() {
        right.require();
        return releases.list();
    }

    /**
     * A release.
     *
     * @throws DomainException 404
     */
    public Release get(long id) {
        right.require();
        return releases.find(id).orElseThrow(DomainException::notFound);
    }

    long callerId() {
        return right.personId();
    }

    /** Where the brand's pointer stands. */
    public Optional<Pointer> pointer(String brandId) {
        return pointers.find(brandId);
    }

    /** Puts a checked jar in. A version that was rejected, or never got further, may be uploaded anew. */
    Release stage(CheckedJar checked, byte[] jar, @Nullable Long signer) {
        right.require();
        Release release = put(checked, jar, signer, right.personId());
        record("brands.upload", release);
        return release;
    }

    /** As {@link #stage} for what came with the program itself; outside of any request. */
    Release stageBundled(CheckedJar checked, byte[] jar) {
        return put(checked, jar, null, null);
    }

    private Release put(CheckedJar checked, byte[] jar, @Nullable Long signer, @Nullable Long by) {
        Descriptor descriptor = checked.descriptor();
        String sha256 = JarCache.sha256(jar);
        Optional<Release> known =
                releases.bySha256(sha256).or(() -> releases.byVersion(descriptor.id(), descriptor.version()));
        if (known.isPresent()) {
            Release there = known.get();
            boolean same = there.sha256().equals(sha256);
            if (same && there.status() != Release.Status.REJECTED) {
                return there;
            }
            if (!REPLACEABLE.contains(there.status())) {
                throw DomainException.conflict("brands.version-taken", descriptor.version());
            }
            releases.delete(there.id());
        }
        requireSamePublisher(descriptor);
        Instant now = clock.instant();
        Release release = new Release(
                Ids.next(),
                descriptor.id(),
                descriptor.version(),
                sha256,
                jar.length,
                descriptor.publisher(),
                signer,
                by == null,
                Release.Status.STAGED,
                List.of(),
                checked.yaml(),
                descriptor.settings(),
                titles(checked),
                now,
                now,
                0);
        releases.insert(release, by, jar);
        return release;
    }

    /** Trust in one publisher is no trust in what they put in the place of another's brand. */
    private void requireSamePublisher(Descriptor descriptor) {
        for (Release.Status status : List.of(Release.Status.ACTIVE, Release.Status.RETIRED, Release.Status.VERIFIED)) {
            for (Release before : releases.of(descriptor.id(), status)) {
                if (!before.publisher().equals(descriptor.publisher())) {
                    throw DomainException.conflict("brands.publisher-changed", before.publisher());
                }
            }
        }
    }

    private static Release.Titles titles(CheckedJar checked) {
        Descriptor descriptor = checked.descriptor();
        ReleaseTexts texts = checked.texts();
        return new Release.Titles(
                texts.text(Language.CHINESE, descriptor.name()),
                texts.text(Language.ENGLISH, descriptor.name()),
                texts.text(Language.CHINESE, descriptor.summary()),
                texts.text(Language.ENGLISH, descriptor.summary()));
    }

    /** The probe went well. */
    void verified(Release release) {
        move(release, Release.Status.VERIFIED, null);
        record("brands.verify", release);
    }

    /** The probe of what came with the program went well. */
    void verifiedBundled(Release release) {
        move(release, Release.Status.VERIFIED, null);
    }

    /** The probe went badly. */
    void failed(Release release, List<String> reason) {
        move(release, Release.Status.REJECTED, reason);
        record("brands.verify-failed", release);
    }

    /**
     * Says no to a release that does not work; its jar is kept until the version is uploaded anew.
     *
     * @throws DomainException 409 when it works or was rejected already
     */
    public Release reject(long id) {
        Release release = get(id);
        if (release.status() == Release.Status.ACTIVE || release.status() == Release.Status.REJECTED) {
            throw DomainException.conflict(
                    "brands.cannot-reject", release.status().name());
        }
        move(release, Release.Status.REJECTED, List.of("brands.rejected"));
        record("brands.reject", release);
        return releases.find(id).orElseThrow();
    }

    private void move(Release release, Release.Status to, @Nullable List<String> reason) {
        if (!releases.move(release.id(), release.status(), to, reason)) {
            throw DomainException.conflict("platform.changed-meanwhile");
        }
    }

    private void record(String action, Release release) {
        audit.record(
                action,
                null,
                new Subject("brand_release", release.id()),
                release.brandId() + " " + release.version() + " "
                        + release.sha256().substring(0, 16));
    }
}
