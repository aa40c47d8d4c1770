package org.linli.portal.brands.release;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.release.Binding.State;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** What a community's administrators do with brands: take up, rest, lay down, purge. */
@Desk
public class BindingDesk {
    /** Reason of a rest that an administrator wanted. */
    static final String BY_ADMINISTRATOR = "by-administrator";

    private final Bindings bindings;
    private final BindingRows rows;
    private final BindingFollow follow;
    private final ActiveReleases active;
    private final Caller caller;
    private final AuditLog audit;
    private final Event<BrandPurged> purged;

    @Inject
    public BindingDesk(
            Bindings bindings,
            BindingRows rows,
            BindingFollow follow,
            ActiveReleases active,
            Caller caller,
            AuditLog audit,
            Event<BrandPurged> purged) {
        this.bindings = bindings;
        this.rows = rows;
        this.follow = follow;
        this.active = active;
        this.caller = caller;
        this.audit = audit;
        this.purged = purged;
    }

    /** Brands of the portal and what the community has of them, by id. */
    public List<BrandView> list(long communityId) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN, Role.OPERATOR), communityId);
        Set<String> ids = new TreeSet<>();
        active.all().forEach(release -> ids.add(release.brandId()));
        bindings.of(communityId).forEach(binding -> ids.add(binding.brand().brandId()));
        List<BrandView> views = new ArrayList<>();
        ids.forEach(id -> views.add(look(new BrandRef(id, communityId))));
        return views;
    }

    /**
     * One of them.
     *
     * @throws DomainException 404 when there is neither such a release nor anything of it there
     */
    public BrandView view(BrandRef brand) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN, Role.OPERATOR), brand.communityId());
        BrandView view = look(brand);
        if (view.release() == null && view.binding().isEmpty()) {
            throw DomainException.notFound();
        }
        return view;
    }

    private BrandView look(BrandRef brand) {
        @Nullable Release release = active.find(brand.brandId()).orElse(null);
        @Nullable Descriptor descriptor = release == null ? null : release.descriptor();
        return new BrandView(brand.brandId(), release, descriptor, bindings.find(brand));
    }

    /**
     * Takes a brand up, for the first time or again.
     *
     * @param approved what the administrator was shown and agrees to: all that the release asks for
     * @throws DomainException 409 when it is on already or asks for more
     */
    public BrandView enable(BrandRef brand, Collection<String> approved) {
        Release release = administered(brand);
        Descriptor descriptor = release.descriptor();
        requireAll(approved, descriptor);
        Optional<Binding> before = bindings.find(brand);
        if (before.isPresent() && before.get().state() != State.DISABLED) {
            throw DomainException.conflict("brands.on-already");
        }
        long generation = active.generation(brand.brandId());
        if (before.isEmpty()) {
            rows.insert(brand, release.version(), generation, Needs.of(descriptor));
        } else {
            rows.approved(before.get(), Needs.of(descriptor));
            turnOn(present(brand), release);
        }
        follow.fire(present(brand), descriptor, caller.personId(), true);
        record("brands.enable", brand, release.version() + " " + Needs.of(descriptor));
        return look(brand);
    }

    /** Agrees to what the release asks for beyond what was approved; a brand that waited for it works again. */
    public BrandView approve(BrandRef brand, Collection<String> approved) {
        Release release = administered(brand);
        requireAll(approved, release.descriptor());
        rows.approved(present(brand), Needs.of(release.descriptor()));
        Binding binding = present(brand);
        if (BindingFollow.NEEDS.equals(binding.reason())) {
            resumeNow(binding, release);
        }
        record("brands.approve", brand, release.version() + " " + Needs.of(release.descriptor()));
        return look(brand);
    }

    /** Lets it rest; its pages say so, its data stay. */
    public BrandView suspend(BrandRef brand) {
        Release release = administered(brand);
        rest(brand, BY_ADMINISTRATOR, release.descriptor(), caller.personId());
        record("brands.suspend", brand, "");
        return look(brand);
    }

    /** Ends a rest, whatever it was for, if what it needs is approved and its settings fit. */
    public BrandView resume(BrandRef brand) {
        Release release = administered(brand);
        Binding binding = present(brand);
        if (binding.state() != State.SUSPENDED) {
            throw DomainException.conflict("brands.not-suspended");
        }
        resumeNow(binding, release);
        record("brands.resume", brand, release.version());
        return look(brand);
    }

    private void resumeNow(Binding binding, Release release) {
        turnOn(binding, release);
        follow.fire(present(binding.brand()), release.descriptor(), caller.personId(), true);
    }

    private void turnOn(Binding binding, Release release) {
        String obstacle = BindingFollow.obstacle(binding, release.descriptor());
        if (obstacle != null) {
            throw DomainException.conflict("brands.cannot-resume-" + obstacle);
        }
        rows.on(binding, release.version(), active.generation(binding.brand().brandId()));
    }

    /** Lays it down; its data stay until they are purged. */
    public BrandView disable(BrandRef brand) {
        requireAdministrator(brand);
        Binding binding = present(brand);
        if (binding.state() == State.DISABLED) {
            throw DomainException.conflict("brands.off-already");
        }
        rows.state(binding, State.DISABLED, null);
        if (binding.isOn()) {
            active.find(brand.brandId())
                    .ifPresent(release -> follow.fire(binding, release.descriptor(), caller.personId(), false));
        }
        record("brands.disable", brand, "");
        return look(brand);
    }

    /**
     * Removes everything that it has in the community. What is a legal record of people, service time and points, stays.
     *
     * @throws DomainException 409 unless it was laid down before
     */
    public void purge(BrandRef brand) {
        requireAdministrator(brand);
        Binding binding = present(brand);
        if (binding.state() != State.DISABLED) {
            throw DomainException.conflict("brands.disable-first");
        }
        purged.fire(new BrandPurged(brand));
        rows.delete(binding);
        record("brands.purge", brand, binding.exportedAt() == null ? "never exported" : "exported");
    }

    /** Puts checked settings in the place of the present ones. */
    void saveSettings(BrandRef brand, Data settings) {
        requireAdministrator(brand);
        rows.settings(present(brand), settings);
        record("brands.settings", brand, String.join(", ", settings.keys()));
    }

    /**
     * The binding, for its administrators.
     *
     * @throws DomainException 404
     */
    Binding required(BrandRef brand) {
        requireAdministrator(brand);
        return present(brand);
    }

    private void rest(BrandRef brand, String reason, Descriptor descriptor, Long personId) {
        Binding binding = present(brand);
        if (!binding.isOn()) {
            throw DomainException.conflict("brands.not-on");
        }
        rows.state(binding, State.SUSPENDED, reason);
        follow.fire(binding, descriptor, personId, false);
    }

    private Release administered(BrandRef brand) {
        requireAdministrator(brand);
        return active.find(brand.brandId()).orElseThrow(DomainException::notFound);
    }

    private void requireAdministrator(BrandRef brand) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), brand.communityId());
    }

    private Binding present(BrandRef brand) {
        return bindings.find(brand).orElseThrow(DomainException::notFound);
    }

    private static void requireAll(Collection<String> approved, Descriptor descriptor) {
        Set<String> missing = Needs.grown(approved, descriptor);
        if (!missing.isEmpty()) {
            throw DomainException.conflict("brands.needs-not-approved", String.join(", ", missing));
        }
    }

    private void record(String action, BrandRef brand, String detail) {
        audit.record(
                action,
                brand.communityId(),
                new Subject("brand_binding", brand.communityId()),
                (brand.brandId() + " " + detail).strip());
    }
}
