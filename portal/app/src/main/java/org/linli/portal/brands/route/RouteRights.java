package org.linli.portal.brands.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.call.BrandOff;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** In which community the caller meets a brand, and which of its pages open there. */
@ApplicationScoped
public class RouteRights {
    private static final String CORE = "core:";
    private static final Set<Role> STAFF = Set.of(
            Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.ASSESSOR, Role.SHOPKEEPER, Role.GRID_WORKER, Role.BUTLER);

    private final Brands brands;
    private final Caller caller;

    @Inject
    public RouteRights(Brands brands, Caller caller) {
        this.brands = brands;
        this.caller = caller;
    }

    /** Communities where the caller may meet brands: their own, then where they work. */
    public List<Long> communities() {
        long own = caller.communityId();
        Optional<Long> work = caller.workplace(STAFF).filter(id -> id != own);
        return work.map(id -> List.of(own, id)).orElse(List.of(own));
    }

    /**
     * The brand where it is asked for, or where the caller meets it first.
     *
     * @throws DomainException 404 where it is not on, or out of the caller's sight
     */
    public BrandRef place(String brandId, @Nullable Long communityId) {
        if (communityId == null) {
            return communities().stream()
                    .map(id -> new BrandRef(brandId, id))
                    .filter(ref -> brands.active(ref).isPresent())
                    .findFirst()
                    .orElseThrow(BrandOff::new);
        }
        BrandRef asked = new BrandRef(brandId, communityId);
        if (brands.active(asked).isEmpty()) {
            throw new BrandOff();
        }
        if (brands.rolesOf(asked, caller.personId()).isEmpty()) {
            caller.requireSees(communityId);
        }
        return asked;
    }

    /** Whether one of those whom the descriptor names is the caller. */
    public boolean opens(BrandRef brand, Descriptor.Entry entry) {
        return caller.holds(Role.COMMUNITY_ADMIN, brand.communityId()) || isFor(brand, entry);
    }

    /** As {@link #opens}, without those who may open everything: whose work it is. */
    public boolean isFor(BrandRef brand, Descriptor.Entry entry) {
        Set<String> held = brands.rolesOf(brand, caller.personId());
        return entry.by().stream().anyMatch(by -> held.contains(by) || isThat(by, brand.communityId()));
    }

    private boolean isThat(String by, long communityId) {
        if (by.equals("everyone")) {
            return caller.communityId() == communityId;
        }
        if (!by.startsWith(CORE)) {
            return false;
        }
        Role role = Role.valueOf(by.substring(CORE.length()).toUpperCase(Locale.ROOT));
        return caller.holds(role, communityId) || caller.worksIn(Set.of(role), communityId);
    }
}
