package org.linli.portal.brands.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.database.TestDatabase;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor.RecordKind;
import org.linli.portal.brands.record.RecordRows.Index;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.FieldCipher;

/** Records on the real engine: two communities, indexes, versions, seals, bounds. */
class RecordsTest {
    private static final BrandRef A = new BrandRef("sample", 10);
    private static final BrandRef B = new BrandRef("sample", 20);
    private static final RecordKind ROUTE =
            new RecordKind("route", 2, List.of("unit"), List.of(), List.of(), Period.ofYears(1));
    private static final RecordKind SECRET =
            new RecordKind("secret", 1, List.of(), List.of("words"), List.of("host"), null);

    private final TestDatabase database = TestDatabase.create();
    private final TestTransactions transactions = new TestTransactions(database);
    private final Sql sql = new Sql(transactions.dataSource());
    private final SealedFields seals =
            new SealedFields(new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])));
    private final RecordStore store = new RecordStore(sql, seals, Clock.systemUTC());
    private final RecordRows rows = new RecordRows(sql, seals);

    @BeforeEach
    void settle() {
        transactions.run(() -> {
            for (long id : List.of(10L, 20L)) {
                sql.update(
                        "INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                                + " VALUES (?, 'COMMUNITY', ?, ?, ?, ?, '2026-01-01')",
                        id,
                        "C" + id,
                        "社区" + id,
                        id + "/",
                        id);
            }
        });
    }

    @AfterEach
    void close() throws SQLException {
        transactions.close();
        database.close();
    }

    @Test
    void two_communities_see_nothing_of_each_other() {
        put(A, ROUTE, "r1", Data.of("unit", "5", "name", "东线"), 0);
        put(B, ROUTE, "r1", Data.of("unit", "5", "name", "西线"), 0);
        transactions.run(() -> {
            assertThat(rows.find(A, "route", "r1").orElseThrow().data().text("name"))
                    .isEqualTo("东线");
            assertThat(rows.list(B, "route", 0, 10)).hasSize(1);
            assertThat(rows.by(A, "route", new Index("unit", "5"), 0, 10)).hasSize(1);
            assertThat(rows.count(B, "route", new Index("unit", "5"))).isEqualTo(1);
        });
        transactions.run(() -> store.purge(A));
        transactions.run(() -> {
            assertThat(rows.list(A, "route", 0, 10)).isEmpty();
            assertThat(rows.list(B, "route", 0, 10)).hasSize(1);
            assertThat(sql.number("SELECT COUNT(*) FROM brand_record_index WHERE community_id = 10"))
                    .isZero();
        });
    }

    @Test
    void a_version_that_is_not_the_present_one_is_refused() {
        put(A, ROUTE, "r1", Data.of("n", 1), 0);
        assertThatThrownBy(() -> put(A, ROUTE, "r1", Data.of("n", 2), 0)).isInstanceOf(DomainException.class);
        put(A, ROUTE, "r1", Data.of("n", 2), 1);
        assertThatThrownBy(() -> put(A, ROUTE, "r1", Data.of("n", 3), 1)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> put(A, ROUTE, "r2", Data.of("n", 3), 1)).isInstanceOf(DomainException.class);
        put(A, ROUTE, "r1", Data.of("n", 4), Effect.ANY);
        put(A, ROUTE, "r3", Data.of("n", 4), Effect.ANY);
        transactions.run(() -> {
            StoredRecord found = rows.find(A, "route", "r1").orElseThrow();
            assertThat(found.data().number("n")).isEqualTo(4);
            assertThat(found.version()).isEqualTo(3);
            assertThat(found.schema()).isEqualTo(2);
        });
    }

    @Test
    void sealed_fields_are_nowhere_in_the_clear_and_open_for_their_own_record_alone() {
        put(A, SECRET, "s1", Data.of("who", "甲", "words", "只说给你听"), 0);
        transactions.run(() -> {
            assertThat(rows.find(A, "secret", "s1").orElseThrow().data()).isEqualTo(Data.of("who", "甲"));
            assertThat(rows.unsealed(A, "secret", "s1").orElseThrow().text("words"))
                    .isEqualTo("只说给你听");
            byte[] kept = sql.first("SELECT sealed FROM brand_record", row -> row.bytes(1))
                    .orElseThrow();
            assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain("只说");
            sql.update("UPDATE brand_record SET record_key = 's2'");
        });
        assertThatThrownBy(() -> transactions.run(() -> rows.unsealed(A, "secret", "s2")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_too_large_or_too_much_is_refused() {
        assertThatThrownBy(() -> put(A, ROUTE, "big", Data.of("x", "字".repeat(22_000)), 0))
                .hasMessageContaining("brands.record-too-large");
        assertThatThrownBy(() -> put(A, ROUTE, "字", Data.EMPTY, 0)).hasMessageContaining("brands.record-key");
        put(A, ROUTE, "r1", Data.EMPTY, 0);
        transactions.run(() -> {
            sql.update("UPDATE brand_record_count SET records = ?", RecordStore.MAX_RECORDS);
        });
        assertThatThrownBy(() -> put(A, ROUTE, "r2", Data.EMPTY, 0)).hasMessageContaining("brands.too-many-records");
        put(B, ROUTE, "r2", Data.EMPTY, 0);
        transactions.run(() -> store.remove(A, "route", "r1"));
        put(A, ROUTE, "r2", Data.EMPTY, 0);
    }

    @Test
    void what_has_not_changed_for_long_goes() {
        put(A, ROUTE, "old", Data.EMPTY, 0);
        transactions.run(() -> {
            sql.update("UPDATE brand_record SET changed_at = '2020-01-01'");
        });
        put(A, ROUTE, "new", Data.EMPTY, 0);
        transactions.run(() -> {
            assertThat(store.expire(A, "route", Instant.parse("2025-01-01T00:00:00Z")))
                    .isEqualTo(1);
            assertThat(rows.list(A, "route", 0, 10))
                    .extracting(StoredRecord::key)
                    .containsExactly("new");
            assertThat(sql.number("SELECT records FROM brand_record_count")).isEqualTo(1);
        });
    }

    private void put(BrandRef brand, RecordKind kind, String key, Data data, long version) {
        transactions.run(() -> store.put(brand, kind, new Effect.PutRecord(kind.code(), key, data, version)));
    }
}
