package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;

/** Answers features from what this node has loaded and what the database says of communities. */
@ApplicationScoped
public class ActiveBrands implements Brands {
    private final Registry registry;
    private final Bindings bindings;
    private final BrandRoles roles;

    @Inject
    public ActiveBrands(Registry registry, Bindings bindings, BrandRoles roles) {
        this.registry = registry;
        this.bindings = bindings;
        this.roles = roles;
    }

    @Override
    public Optional<Descriptor> active(BrandRef brand) {
        return release(brand.brandId())
                .filter(there -> bindings.find(brand).filter(Binding::isOn).isPresent());
    }

    @Override
    public Optional<Descriptor> release(String brandId) {
        return registry.active(brandId).map(LoadedRelease::descriptor);
    }

    @Override
    public Set<String> rolesOf(BrandRef brand, long personId) {
        return roles.of(brand, personId);
    }

    @Override
    public List<Long> holding(BrandRef brand, String role) {
        return roles.holding(brand, role);
    }

    @Override
    public String text(String brandId, Locale locale, String key, Object... arguments) {
        return registry.active(brandId)
                .map(release -> release.text(locale, key, arguments))
                .orElse(key);
    }
}
