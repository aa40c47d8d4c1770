package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.linli.portal.people.Caller;

/** Brands of the community in which the caller is at home. */
@ApplicationScoped
public class OwnBrands {
    private final Bindings bindings;
    private final Registry registry;
    private final Caller caller;

    @Inject
    public OwnBrands(Bindings bindings, Registry registry, Caller caller) {
        this.bindings = bindings;
        this.registry = registry;
        this.caller = caller;
    }

    /** A brand in words. */
    public record OwnBrand(String id, String version, String name, String summary) {}

    /** Those that work, by id. */
    public List<OwnBrand> list(Locale locale) {
        return bindings.on(caller.communityId()).stream()
                .flatMap(binding -> registry.active(binding.brand().brandId()).stream())
                .map(release -> new OwnBrand(
                        release.descriptor().id(),
                        release.version(),
                        release.text(locale, release.descriptor().name()),
                        release.text(locale, release.descriptor().summary())))
                .toList();
    }
}
