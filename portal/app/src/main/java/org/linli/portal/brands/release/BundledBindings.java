package org.linli.portal.brands.release;

import jakarta.inject.Inject;
import java.util.Optional;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;

/** Switches a bundled brand on in a community of the demo. */
@Desk
public class BundledBindings {
    private final Sql sql;
    private final Bindings bindings;
    private final BindingRows rows;
    private final BindingFollow follow;
    private final ActiveReleases active;
    private final AuditLog audit;

    @Inject
    public BundledBindings(
            Sql sql, Bindings bindings, BindingRows rows, BindingFollow follow, ActiveReleases active, AuditLog audit) {
        this.sql = sql;
        this.bindings = bindings;
        this.rows = rows;
        this.follow = follow;
        this.active = active;
        this.audit = audit;
    }

    /**
     * Approves what it needs and switches it on; nothing where there is no such community or a binding already.
     *
     * @param settings of that community, as far as they are not the usual ones
     */
    void enable(String brandId, String communityCode, Data settings) {
        Optional<Long> community = sql.first(
                "SELECT id FROM org_unit WHERE code = ? AND level = 'COMMUNITY'", row -> row.number(1), communityCode);
        Optional<Release> release = active.find(brandId);
        if (community.isEmpty() || release.isEmpty()) {
            return;
        }
        BrandRef brand = new BrandRef(brandId, community.get());
        if (bindings.find(brand).isPresent()) {
            return;
        }
        var descriptor = release.get().descriptor();
        rows.insert(brand, descriptor.version(), active.generation(brandId), Needs.of(descriptor));
        if (!settings.keys().isEmpty()) {
            SettingsSchema.requireFits(descriptor.settings(), settings);
            rows.settings(bindings.find(brand).orElseThrow(), settings);
        }
        follow.fire(bindings.find(brand).orElseThrow(), descriptor, null, true);
        audit.recordByPortal("brands.enable", community.get(), new Subject("brand_binding", community.get()), brandId);
    }
}
