package org.linli.portal.activities.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.linli.portal.activities.Activity;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.persistence.Sql;

/** Everything that a brand has in a community, at once. */
@ApplicationScoped
public class BrandRows {
    private static final String OF_BRAND = " WHERE community_id = ? AND brand_id = ?";

    private final Sql sql;

    @Inject
    public BrandRows(Sql sql) {
        this.sql = sql;
    }

    /** Planned dates that begin after an instant, hidden or not, in order of time. */
    public List<Activity> ahead(BrandRef brand, boolean hidden, Instant after) {
        return sql.list(
                "SELECT " + Activities.COLUMNS + " FROM activity a WHERE a.community_id = ? AND a.brand_id = ?"
                        + " AND a.hidden = ? AND a.status = 'PLANNED' AND a.starts_at > ? ORDER BY a.starts_at",
                Activities::activity,
                brand.communityId(),
                brand.brandId(),
                hidden,
                after);
    }

    /** Ids of its series that repeat. */
    public Set<Long> recurring(BrandRef brand) {
        return Set.copyOf(sql.list(
                "SELECT id FROM activity_series" + OF_BRAND + " AND recur_unit IS NOT NULL",
                row -> row.number(1),
                brand.communityId(),
                brand.brandId()));
    }

    /** Hides what is planned and begins after an instant; its series make no more dates meanwhile. */
    public void hide(BrandRef brand, Instant after) {
        sql.update(
                "UPDATE activity SET hidden = 1, roster = roster + 1" + OF_BRAND
                        + " AND status = 'PLANNED' AND starts_at > ? AND hidden = 0",
                brand.communityId(),
                brand.brandId(),
                after);
        sql.update("UPDATE activity_series SET hidden = 1" + OF_BRAND, brand.communityId(), brand.brandId());
    }

    /** Shows again what lies ahead; what passed meanwhile did not take place. */
    public void show(BrandRef brand, Instant now) {
        sql.update(
                "UPDATE activity SET status = 'CANCELLED', settled_at = ?, version = version + 1, hidden = 0" + OF_BRAND
                        + " AND hidden = 1 AND status = 'PLANNED' AND starts_at <= ?",
                now,
                brand.communityId(),
                brand.brandId(),
                now);
        sql.update(
                "UPDATE activity SET hidden = 0, roster = roster + 1" + OF_BRAND + " AND hidden = 1",
                brand.communityId(),
                brand.brandId());
        sql.update("UPDATE activity_series SET hidden = 0" + OF_BRAND, brand.communityId(), brand.brandId());
    }

    /** Removes all of it. */
    public void purge(BrandRef brand) {
        sql.update(
                "DELETE FROM activity_person WHERE activity_id IN (SELECT id FROM activity" + OF_BRAND + ")",
                brand.communityId(),
                brand.brandId());
        sql.update("DELETE FROM activity" + OF_BRAND, brand.communityId(), brand.brandId());
        sql.update("DELETE FROM activity_series" + OF_BRAND, brand.communityId(), brand.brandId());
    }
}
