package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.SettingsCheck;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;

/** Saves settings: by their schema, then by the brand's own word, then into the row. Never call it inside a transaction. */
@ApplicationScoped
public class SettingsWork {
    private final BindingDesk desk;
    private final ActiveReleases active;
    private final Instance<SettingsCheck> checks;

    @Inject
    public SettingsWork(BindingDesk desk, ActiveReleases active, Instance<SettingsCheck> checks) {
        this.desk = desk;
        this.active = active;
        this.checks = checks;
    }

    /** The schema, empty when nothing can be set; for a form. */
    public String schema(String brandId) {
        return active.find(brandId).map(Release::settings).orElse("");
    }

    /**
     * Puts settings in the place of the present ones.
     *
     * @throws DomainException 404, 400 with the fields at fault
     */
    public void save(BrandRef brand, Data settings) {
        Binding binding = desk.required(brand);
        String schema = active.find(brand.brandId())
                .map(Release::settings)
                .orElseThrow(() -> DomainException.conflict("brands.not-on"));
        Data whole = SettingsSchema.withDefaults(schema, settings);
        SettingsSchema.requireFits(schema, whole);
        if (binding.isOn()) {
            checks.stream().forEach(check -> requireNone(check.check(brand, whole)));
        }
        desk.saveSettings(brand, settings);
    }

    private static void requireNone(List<Problem> problems) {
        if (!problems.isEmpty()) {
            List<Violation> violations = problems.stream()
                    .map(problem -> new Violation(problem.field(), "brands.setting-refused", List.of(problem.text())))
                    .toList();
            throw new DomainException(DomainException.Kind.INVALID, "platform.invalid", List.of(), violations);
        }
    }
}
