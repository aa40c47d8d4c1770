package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.platform.persistence.Sql;

/** Rows of brand_release and brand_jar. Works in the caller's transaction. */
@ApplicationScoped
public class ReleaseRows {
    private static final int PART_BYTES = 1024 * 1024;
    /** In the place of a person, for what came with the portal. */
    private static final long NOBODY = 0;

    private static final int MAX_REASON = 500;
    private static final String SELECT =
            "SELECT id, brand_id, version, sha256, size, publisher, key_id, status, reason,"
                    + " descriptor, settings, titles, uploaded_at, changed_at, revision, uploaded_by FROM brand_release ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public ReleaseRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Release> find(long id) {
        return sql.first(SELECT + "WHERE id = ?", ReleaseRows::read, id);
    }

    Optional<Release> bySha256(String sha256) {
        return sql.first(SELECT + "WHERE sha256 = ?", ReleaseRows::read, sha256);
    }

    Optional<Release> byVersion(String brandId, String version) {
        return sql.first(SELECT + "WHERE brand_id = ? AND version = ?", ReleaseRows::read, brandId, version);
    }

    /** All, by brand, the last changed first. */
    List<Release> list() {
        return sql.list(SELECT + "ORDER BY brand_id, changed_at DESC, id DESC", ReleaseRows::read);
    }

    /** Of a brand with that status, the last changed first. */
    List<Release> of(String brandId, Release.Status status) {
        return sql.list(
                SELECT + "WHERE brand_id = ? AND status = ? ORDER BY changed_at DESC, id DESC",
                ReleaseRows::read,
                brandId,
                status);
    }

    /**
     * Puts a release and its jar in.
     *
     * @param uploadedBy a person, null for what came with the portal
     */
    void insert(Release release, @Nullable Long uploadedBy, byte[] jar) {
        Release.Titles titles = release.titles();
        sql.update(
                "INSERT INTO brand_release (id, brand_id, version, sha256, size, publisher, key_id, status, descriptor,"
                        + " settings, titles, uploaded_by, uploaded_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                release.id(),
                release.brandId(),
                release.version(),
                release.sha256(),
                release.size(),
                release.publisher(),
                release.signer(),
                release.status(),
                release.yaml(),
                release.settings(),
                DataJson.write(Data.of(
                        "nameZh", titles.nameZh(),
                        "nameEn", titles.nameEn(),
                        "summaryZh", titles.summaryZh(),
                        "summaryEn", titles.summaryEn())),
                uploadedBy == null ? NOBODY : uploadedBy,
                release.uploadedAt(),
                release.changedAt());
        for (int part = 0; part * PART_BYTES < jar.length; part++) {
            int from = part * PART_BYTES;
            sql.update(
                    "INSERT INTO brand_jar (release_id, part, content) VALUES (?, ?, ?)",
                    release.id(),
                    part,
                    Arrays.copyOfRange(jar, from, Math.min(jar.length, from + PART_BYTES)));
        }
    }

    /** The jar; empty when it is gone. */
    byte[] jar(long id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sql.list("SELECT content FROM brand_jar WHERE release_id = ? ORDER BY part", row -> row.bytes(1), id)
                .forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /**
     * Moves a release on, if it still is what it was.
     *
     * @return false when somebody was faster
     */
    boolean move(long id, Release.Status from, Release.Status to, @Nullable List<String> reason) {
        String words = reason == null ? null : String.join("\n", reason);
        return sql.update(
                        "UPDATE brand_release SET status = ?, reason = ?, changed_at = ?, revision = revision + 1"
                                + " WHERE id = ? AND status = ?",
                        to,
                        words == null || words.length() <= MAX_REASON ? words : words.substring(0, MAX_REASON),
                        clock.instant(),
                        id,
                        from)
                == 1;
    }

    void delete(long id) {
        sql.update("DELETE FROM brand_jar WHERE release_id = ?", id);
        sql.update("DELETE FROM brand_start WHERE release_id = ?", id);
        sql.update("DELETE FROM brand_release WHERE id = ?", id);
    }

    private static Release read(Sql.Row row) throws SQLException {
        Data titles = DataJson.read(row.text(12));
        String reason = row.textOrNull(9);
        return new Release(
                row.number(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.integer(5),
                row.text(6),
                row.numberOrNull(7),
                row.number(16) == NOBODY,
                row.constant(8, Release.Status.class),
                reason == null ? List.of() : reason.lines().collect(Collectors.toList()),
                row.text(10),
                row.text(11),
                new Release.Titles(
                        titles.text("nameZh"),
                        titles.text("nameEn"),
                        titles.text("summaryZh"),
                        titles.text("summaryEn")),
                row.instant(13),
                row.instant(14),
                row.number(15));
    }
}
