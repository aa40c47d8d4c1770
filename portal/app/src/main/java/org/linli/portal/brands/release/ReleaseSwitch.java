package org.linli.portal.brands.release;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/**
 * Puts another release in the place of the one that works: the only writer of the pointer. One transaction changes the pointer,
 * the states of both releases and the bindings of all communities; before it nothing is to be seen of it.
 */
@Desk
public class ReleaseSwitch {
    private static final int KEPT = 2;

    private final ReleaseRows releases;
    private final PointerRows pointers;
    private final BindingFollow bindings;
    private final ReleaseNotices notices;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration window;

    @Inject
    public ReleaseSwitch(
            ReleaseRows releases,
            PointerRows pointers,
            BindingFollow bindings,
            ReleaseNotices notices,
            AuditLog audit,
            Clock clock,
            @ConfigProperty(name = "linli.brands.health-window", defaultValue = "PT10M") Duration window) {
        this.releases = releases;
        this.pointers = pointers;
        this.bindings = bindings;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
        this.window = window;
    }

    /**
     * A change of the release that works.
     *
     * @param seen the generation at which it was decided, 0 when there was none
     * @param to the release that is to work, null for none
     * @param by the person, null for the portal itself
     * @param because why the release that works is rejected, as code and arguments; empty when it is only retired
     */
    public record Change(
            String brandId,
            long seen,
            @Nullable Long to,
            @Nullable Long by,
            List<String> because) {
        public Change {
            because = List.copyOf(because);
        }
    }

    /**
     * Makes the change, in a transaction of its own.
     *
     * @throws DomainException 409 when somebody was faster
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void apply(Change change) {
        Optional<Pointer> before = pointers.find(change.brandId());
        if (before.map(Pointer::generation).orElse(0L) != change.seen()) {
            throw changedMeanwhile();
        }
        @Nullable
        Release old = before.map(Pointer::releaseId)
                .map(id -> releases.find(id).orElseThrow())
                .orElse(null);
        @Nullable
        Release next = change.to() == null ? null : releases.find(change.to()).orElseThrow(DomainException::notFound);
        boolean forward = change.because().isEmpty() && next != null && next.status() == Release.Status.VERIFIED;
        Instant now = clock.instant();
        boolean first = pointers.set(new Pointer(
                change.brandId(),
                change.seen() + 1,
                change.to(),
                forward && old != null ? (Long) old.id() : null,
                forward ? now.plus(window) : now,
                change.by() == null ? 0 : change.by()));
        if (!first) {
            throw changedMeanwhile();
        }
        leave(old, change);
        enter(next, old, change);
        record(old, next, change);
    }

    private void leave(@Nullable Release old, Change change) {
        if (old == null) {
            return;
        }
        Release.Status status = change.because().isEmpty() ? Release.Status.RETIRED : Release.Status.REJECTED;
        if (!releases.move(
                old.id(), Release.Status.ACTIVE, status, change.because().isEmpty() ? null : change.because())) {
            throw changedMeanwhile();
        }
    }

    private void enter(@Nullable Release next, @Nullable Release old, Change change) {
        if (next != null) {
            boolean fit = next.status() == Release.Status.VERIFIED || next.status() == Release.Status.RETIRED;
            if (!fit || !releases.move(next.id(), next.status(), Release.Status.ACTIVE, null)) {
                throw DomainException.conflict("brands.not-verified");
            }
            bindings.follow(next.descriptor(), change.seen() + 1, change.by());
        } else if (old != null) {
            bindings.leave(old.descriptor(), change.by());
        }
        releases.of(change.brandId(), Release.Status.RETIRED).stream()
                .skip(KEPT)
                .forEach(release -> releases.delete(release.id()));
    }

    private void record(@Nullable Release old, @Nullable Release next, Change change) {
        String detail = change.brandId() + ": " + (old == null ? "–" : old.version()) + " → "
                + (next == null ? "–" : next.version());
        Release about = next != null ? next : old;
        Subject subject = new Subject("brand_release", about == null ? 0 : about.id());
        if (change.by() != null) {
            audit.record("brands.switch", null, subject, detail);
        } else if (change.because().isEmpty()) {
            audit.recordByPortal("brands.switch", null, subject, detail);
        } else {
            audit.recordByPortal(
                    "brands.switch-back", null, subject, detail + " (" + String.join(" ", change.because()) + ")");
            notices.failed(old, next, pointers.find(change.brandId()).orElseThrow());
        }
    }

    private static DomainException changedMeanwhile() {
        return DomainException.conflict("platform.changed-meanwhile");
    }
}
