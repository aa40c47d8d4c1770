package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;

/** Reads records of one brand in one community. Knows no callers. */
@ApplicationScoped
public class RecordRows {
    /** Most rows of one answer. */
    public static final int MOST = 500;

    private static final String RECORD =
            "SELECT r.kind, r.record_key, r.schema_no, r.data, r.version, r.created_at, r.changed_at FROM brand_record r ";

    private final Sql sql;
    private final SealedFields seals;

    @Inject
    public RecordRows(Sql sql, SealedFields seals) {
        this.sql = sql;
        this.seals = seals;
    }

    public Optional<StoredRecord> find(BrandRef brand, String kind, String key) {
        return sql.first(
                RECORD + "WHERE r.brand = ? AND r.community_id = ? AND r.kind = ? AND r.record_key = ?",
                RecordRows::view,
                brand.brandId(),
                brand.communityId(),
                kind,
                key);
    }

    /** Of that kind, by key. */
    public List<StoredRecord> list(BrandRef brand, String kind, int offset, int limit) {
        return sql.list(
                RECORD
                        + "WHERE r.brand = ? AND r.community_id = ? AND r.kind = ? ORDER BY r.record_key LIMIT ? OFFSET ?",
                RecordRows::view,
                brand.brandId(),
                brand.communityId(),
                kind,
                Math.min(limit, MOST),
                Math.max(offset, 0));
    }

    /** Where the index has that value, newest change first. */
    public List<StoredRecord> by(BrandRef brand, String kind, Index index, int offset, int limit) {
        return sql.list(
                RECORD + "JOIN brand_record_index i ON i.record_id = r.id WHERE i.brand = ? AND i.community_id = ?"
                        + " AND i.kind = ? AND i.name = ? AND i.value = ?"
                        + " ORDER BY i.changed_at DESC, i.record_id DESC LIMIT ? OFFSET ?",
                RecordRows::view,
                brand.brandId(),
                brand.communityId(),
                kind,
                index.name(),
                index.value(),
                Math.min(limit, MOST),
                Math.max(offset, 0));
    }

    public long count(BrandRef brand, String kind, Index index) {
        return sql.number(
                "SELECT COUNT(*) FROM brand_record_index WHERE brand = ? AND community_id = ? AND kind = ?"
                        + " AND name = ? AND value = ?",
                brand.brandId(),
                brand.communityId(),
                kind,
                index.name(),
                index.value());
    }

    /** Every record of the brand in the community, in order of kind and key: for taking the data out. */
    public List<StoredRecord> export(BrandRef brand, @Nullable StoredRecord after) {
        String kind = after == null ? "" : after.kind();
        return sql.list(
                RECORD
                        + "WHERE r.brand = ? AND r.community_id = ? AND (r.kind > ? OR (r.kind = ? AND r.record_key > ?))"
                        + " ORDER BY r.kind, r.record_key LIMIT ?",
                RecordRows::view,
                brand.brandId(),
                brand.communityId(),
                kind,
                kind,
                after == null ? "" : after.key(),
                MOST);
    }

    /** The sealed fields of a record; the caller has the right and writes the audit line. */
    public Optional<Data> unsealed(BrandRef brand, String kind, String key) {
        return sql.first(
                        "SELECT sealed FROM brand_record WHERE brand = ? AND community_id = ? AND kind = ?"
                                + " AND record_key = ? AND sealed IS NOT NULL",
                        row -> row.bytes(1),
                        brand.brandId(),
                        brand.communityId(),
                        kind,
                        key)
                .map(bytes -> seals.unseal(brand, kind, key, bytes));
    }

    /** An index and the value that is looked for. */
    public record Index(String name, String value) {}

    private static StoredRecord view(Sql.Row row) throws SQLException {
        Instant created = row.instant(6);
        return new StoredRecord(
                row.text(1),
                row.text(2),
                row.integer(3),
                DataJson.read(row.text(4)),
                row.number(5),
                created,
                row.instant(7));
    }
}
