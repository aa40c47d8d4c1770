package org.linli.portal.brands.release;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;

/** Lets a brand rest where it fails again and again. */
@Desk
public class FailingBrands {
    /** Reason of a rest: it failed again and again. */
    public static final String FAILED = "failed";
    /** Reason of a rest: it asked for more memory than calls may. */
    public static final String MEMORY = "memory";

    private final Bindings bindings;
    private final BindingRows rows;
    private final BindingFollow follow;
    private final ActiveReleases active;
    private final ReleaseNotices notices;
    private final AuditLog audit;

    @Inject
    public FailingBrands(
            Bindings bindings,
            BindingRows rows,
            BindingFollow follow,
            ActiveReleases active,
            ReleaseNotices notices,
            AuditLog audit) {
        this.bindings = bindings;
        this.rows = rows;
        this.follow = follow;
        this.active = active;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Suspends a brand in a community, in a transaction of its own; administrators are told. Nothing happens when it does not
     * work there, or somebody else changes it at this moment.
     *
     * @param point where it failed, for the record
     * @param reason {@link #FAILED} or {@link #MEMORY}
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void suspend(BrandRef brand, String point, String reason) {
        Binding binding = bindings.find(brand).filter(Binding::isOn).orElse(null);
        if (binding == null) {
            return;
        }
        try {
            rows.state(binding, Binding.State.SUSPENDED, reason);
        } catch (DomainException e) {
            return; // changed at this moment: the next trip sees how it is then
        }
        active.find(brand.brandId()).ifPresent(release -> {
            follow.fire(binding, release.descriptor(), null, false);
            notices.suspended(binding, release.titles().nameZh());
        });
        audit.recordByPortal(
                "brands.suspend",
                brand.communityId(),
                new Subject("brand_binding", brand.communityId()),
                brand.brandId() + " " + point + " " + reason);
    }
}
