package org.linli.portal.brands.upload;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.image.CleanImage;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/** Keeps photos of a brand in a community; whoever calls has checked who puts them there. */
@Desk
public class Uploads {
    /** Photos of one person for one brand in a day. */
    public static final int MOST_A_DAY = 200;
    /** Photos of one brand in one community. */
    public static final int MOST = 20_000;

    private static final Duration LOOSE = Duration.ofDays(2);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Uploads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Keeps a photo, drawn anew without what was hidden in it; it goes after two days unless {@link #keep} names it.
     *
     * @throws DomainException 400 or 413 for what is no such picture, 409 when there are too many
     */
    public long add(BrandRef brand, long personId, byte[] picture) {
        byte[] clean = CleanImage.of(picture).jpeg();
        Instant now = clock.instant();
        long today = sql.number(
                "SELECT COUNT(*) FROM brand_upload WHERE brand = ? AND community_id = ? AND uploaded_by = ?"
                        + " AND created_at > ?",
                brand.brandId(),
                brand.communityId(),
                personId,
                now.minus(Duration.ofDays(1)));
        long all = sql.number(
                "SELECT COUNT(*) FROM brand_upload WHERE brand = ? AND community_id = ?",
                brand.brandId(),
                brand.communityId());
        if (today >= MOST_A_DAY || all >= MOST) {
            throw DomainException.conflict("brands.too-many-photos");
        }
        long id = Ids.next();
        sql.update(
                "INSERT INTO brand_upload (id, brand, community_id, uploaded_by, content, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                brand.brandId(),
                brand.communityId(),
                personId,
                clean,
                now);
        return id;
    }

    /** An accepted form named them: they stay. */
    public void keep(BrandRef brand, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Object> arguments = new ArrayList<>(List.of(brand.brandId(), brand.communityId()));
        arguments.addAll(ids);
        sql.update(
                "UPDATE brand_upload SET kept = TRUE WHERE brand = ? AND community_id = ? AND id IN ("
                        + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                arguments.toArray());
    }

    /** The photo, JPEG. */
    public Optional<byte[]> content(long id) {
        return sql.first("SELECT content FROM brand_upload WHERE id = ?", row -> row.bytes(1), id);
    }

    /** Whether the photo belongs to the brand in that community. */
    public boolean isOf(BrandRef brand, long id) {
        return sql.number(
                        "SELECT COUNT(*) FROM brand_upload WHERE id = ? AND brand = ? AND community_id = ?",
                        id,
                        brand.brandId(),
                        brand.communityId())
                == 1;
    }

    /** Whether that person put the photo there. */
    public boolean isOf(BrandRef brand, long id, long personId) {
        return sql.number(
                        "SELECT COUNT(*) FROM brand_upload WHERE id = ? AND brand = ? AND community_id = ?"
                                + " AND uploaded_by = ?",
                        id,
                        brand.brandId(),
                        brand.communityId(),
                        personId)
                == 1;
    }

    /** Removes what no form took. */
    public void forgetLoose() {
        sql.update(
                "DELETE FROM brand_upload WHERE kept = FALSE AND created_at < ? LIMIT 500",
                clock.instant().minus(LOOSE));
    }

    void purge(@Observes BrandPurged event) {
        sql.update(
                "DELETE FROM brand_upload WHERE brand = ? AND community_id = ?",
                event.brand().brandId(),
                event.brand().communityId());
    }
}
