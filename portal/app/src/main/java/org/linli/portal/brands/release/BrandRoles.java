package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.time.Clocks;

/** Who holds which role of a brand today. */
@ApplicationScoped
public class BrandRoles {
    private static final String TODAY = " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public BrandRoles(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Roles of the brand that the person holds in the community. */
    public Set<String> of(BrandRef brand, long personId) {
        LocalDate today = today();
        return sql
                .list(
                        "SELECT role FROM brand_role WHERE brand_id = ? AND community_id = ? AND person_id = ?" + TODAY,
                        row -> row.text(1),
                        brand.brandId(),
                        brand.communityId(),
                        personId,
                        today,
                        today)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who holds that role, longest first; at most 1,000. */
    public List<Long> holding(BrandRef brand, String role) {
        LocalDate today = today();
        return sql.list(
                "SELECT person_id FROM brand_role WHERE brand_id = ? AND community_id = ? AND role = ?" + TODAY
                        + " ORDER BY valid_from, id LIMIT 1000",
                row -> row.number(1),
                brand.brandId(),
                brand.communityId(),
                role,
                today,
                today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }
}
