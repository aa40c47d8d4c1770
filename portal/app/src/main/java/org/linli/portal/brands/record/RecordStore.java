package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.Descriptor.RecordKind;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;

/** Writes records in the present transaction, within the bounds. */
@ApplicationScoped
public class RecordStore {
    /** Bytes of a record as JSON. */
    public static final int MAX_BYTES = 64 * 1024;
    /** Records of one brand in one community. */
    public static final long MAX_RECORDS = 200_000;
    /** Characters of an index's value. */
    public static final int MAX_INDEXED = 160;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,120}");

    private final Sql sql;
    private final SealedFields seals;
    private final Clock clock;

    @Inject
    public RecordStore(Sql sql, SealedFields seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Writes a record whole, as {@link Effect.PutRecord} says.
     *
     * @throws DomainException 400 outside of the bounds, 409 when somebody changed it meanwhile or the quota is used up
     */
    public void put(BrandRef brand, RecordKind kind, Effect.PutRecord put) {
        check(kind, put);
        Content content = content(brand, kind, put);
        Optional<Long> present = sql.first(
                "SELECT id FROM brand_record WHERE brand = ? AND community_id = ? AND kind = ? AND record_key = ?",
                row -> row.number(1),
                brand.brandId(),
                brand.communityId(),
                kind.code(),
                put.key());
        if (present.isPresent()) {
            if (put.version() == 0) {
                throw changed();
            }
            update(present.get(), put.version(), content);
            index(present.get(), brand, kind, content);
        } else {
            if (put.version() > 0) {
                throw changed();
            }
            index(insert(brand, put, content), brand, kind, content);
        }
    }

    /** Removes a record; nothing happens when there is none. */
    public void remove(BrandRef brand, String kind, String key) {
        int rows = sql.update(
                "DELETE FROM brand_record WHERE brand = ? AND community_id = ? AND kind = ? AND record_key = ?",
                brand.brandId(),
                brand.communityId(),
                kind,
                key);
        counted(brand, -rows);
    }

    /** Removes what has not changed since then, some hundred at a time; gives how many. */
    int expire(BrandRef brand, String kind, Instant before) {
        int rows = sql.update(
                "DELETE FROM brand_record WHERE brand = ? AND community_id = ? AND kind = ? AND changed_at < ? LIMIT 500",
                brand.brandId(),
                brand.communityId(),
                kind,
                before);
        counted(brand, -rows);
        return rows;
    }

    /** Removes all that the brand keeps in the community. */
    void purge(BrandRef brand) {
        sql.update(
                "DELETE FROM brand_record WHERE brand = ? AND community_id = ?", brand.brandId(), brand.communityId());
        sql.update(
                "DELETE FROM brand_record_count WHERE brand = ? AND community_id = ?",
                brand.brandId(),
                brand.communityId());
    }

    private static void check(RecordKind kind, Effect.PutRecord put) {
        if (!KEY.matcher(put.key()).matches()) {
            throw DomainException.invalid("brands.record-key", kind.code());
        }
        for (String index : kind.indexes()) {
            if (put.data().text(index).length() > MAX_INDEXED) {
                throw DomainException.invalid("brands.record-index", kind.code(), index, MAX_INDEXED);
            }
        }
    }

    private Content content(BrandRef brand, RecordKind kind, Effect.PutRecord put) {
        String whole = DataJson.write(put.data());
        if (whole.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw DomainException.invalid("brands.record-too-large", kind.code(), MAX_BYTES / 1024);
        }
        Data secret = SealedFields.secret(kind, put.data());
        Data open = SealedFields.open(kind, put.data());
        byte[] sealed = secret.keys().isEmpty() ? null : seals.seal(brand, kind.code(), put.key(), secret);
        return new Content(kind.schema(), open, sealed, clock.instant());
    }

    private void update(long id, long version, Content content) {
        int rows = sql.update(
                "UPDATE brand_record SET schema_no = ?, data = ?, sealed = ?, seal_key = ?, changed_at = ?,"
                        + " version = version + 1 WHERE id = ? AND (? = ? OR version = ?)",
                content.schema(),
                DataJson.write(content.open()),
                content.sealed(),
                content.sealed() == null ? null : seals.keyId(),
                content.at(),
                id,
                version,
                Effect.ANY,
                version);
        if (rows == 0) {
            throw changed();
        }
    }

    private long insert(BrandRef brand, Effect.PutRecord put, Content content) {
        counted(brand, 1);
        long id = Ids.next();
        try {
            sql.update(
                    "INSERT INTO brand_record (id, brand, community_id, kind, record_key, schema_no, data, sealed,"
                            + " seal_key, version, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)",
                    id,
                    brand.brandId(),
                    brand.communityId(),
                    put.kind(),
                    put.key(),
                    content.schema(),
                    DataJson.write(content.open()),
                    content.sealed(),
                    content.sealed() == null ? null : seals.keyId(),
                    content.at(),
                    content.at());
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "brand_record_key")) {
                throw changed();
            }
            throw e;
        }
        return id;
    }

    private void index(long id, BrandRef brand, RecordKind kind, Content content) {
        sql.update("DELETE FROM brand_record_index WHERE record_id = ?", id);
        for (String name : kind.indexes()) {
            String value = content.open().text(name);
            if (!value.isEmpty()) {
                sql.update(
                        "INSERT INTO brand_record_index (record_id, name, brand, community_id, kind, value, changed_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        id,
                        name,
                        brand.brandId(),
                        brand.communityId(),
                        kind.code(),
                        value,
                        content.at());
            }
        }
    }

    private void counted(BrandRef brand, long more) {
        if (more == 0) {
            return;
        }
        if (more > 0) {
            sql.update(
                    "INSERT INTO brand_record_count (brand, community_id, records) VALUES (?, ?, 0)"
                            + " ON DUPLICATE KEY UPDATE records = records",
                    brand.brandId(),
                    brand.communityId());
        }
        int rows = sql.update(
                "UPDATE brand_record_count SET records = records + ? WHERE brand = ? AND community_id = ?"
                        + " AND (? < 0 OR records < ?)",
                more,
                brand.brandId(),
                brand.communityId(),
                more,
                MAX_RECORDS);
        if (rows == 0 && more > 0) {
            throw DomainException.conflict("brands.too-many-records", MAX_RECORDS);
        }
    }

    private static DomainException changed() {
        return DomainException.conflict("platform.changed-meanwhile");
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on at once
    private record Content(int schema, Data open, byte @org.jspecify.annotations.Nullable [] sealed, Instant at) {}
}
