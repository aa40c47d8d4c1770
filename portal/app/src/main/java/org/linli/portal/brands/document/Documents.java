package org.linli.portal.brands.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Keeps rendered documents, one for each record. Knows no callers. */
@ApplicationScoped
public class Documents {
    private final Sql sql;
    private final Clock clock;

    @Inject
    public Documents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A document to download. */
    @SuppressWarnings("ArrayRecordComponent") // written out at once
    public record Kept(String name, byte[] content) {}

    void put(BrandRef brand, String kind, String key, Kept document) {
        sql.update(
                "INSERT INTO brand_document (id, brand, community_id, kind, record_key, name, content, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE name = ?, content = ?, created_at = ?",
                Ids.next(),
                brand.brandId(),
                brand.communityId(),
                kind,
                key,
                document.name(),
                document.content(),
                clock.instant(),
                document.name(),
                document.content(),
                clock.instant());
    }

    /** Id of the document that was rendered with that record. */
    public Optional<Long> find(BrandRef brand, String kind, String key) {
        return sql.first(
                "SELECT id FROM brand_document WHERE brand = ? AND community_id = ? AND kind = ? AND record_key = ?",
                row -> row.number(1),
                brand.brandId(),
                brand.communityId(),
                kind,
                key);
    }

    public Optional<Kept> content(long id) {
        return sql.first(
                "SELECT name, content FROM brand_document WHERE id = ?",
                row -> new Kept(row.text(1), row.bytes(2)),
                id);
    }

    void purge(@Observes BrandPurged event) {
        sql.update(
                "DELETE FROM brand_document WHERE brand = ? AND community_id = ?",
                event.brand().brandId(),
                event.brand().communityId());
    }
}
