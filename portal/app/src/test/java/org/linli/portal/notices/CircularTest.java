package org.linli.portal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.database.TestDatabase;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.people.People;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.FieldCipher;

/** A notice to all volunteers of a large community. */
class CircularTest {
    private static final int VOLUNTEERS = 5_000;

    @ParameterizedTest
    @EnumSource(TestDatabase.Engine.class)
    void reaches_thousands_once_each_in_small_transactions_even_when_one_is_broken_off(TestDatabase.Engine engine) {
        LedgerFixture books = new LedgerFixture(engine);
        Sql sql = books.sql;
        TestTransactions transactions = books.transactions;
        People people =
                new People(sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), Clock.systemUTC());
        Audience volunteers = new VolunteersOfCommunity(people);
        CircularFixture post = new CircularFixture(sql, transactions, volunteers);
        transactions.run(() -> settle(sql));
        Circular news = new Circular(
                VolunteersOfCommunity.NAME,
                7,
                0,
                "points-rule",
                List.of("3", "2026-12-01"),
                "/wallet.xhtml",
                "rule:7:3");

        transactions.run(() -> CircularFixture.circulars(sql, volunteers).send(news));
        assertThat(books.transactions.run(() -> sql.number("SELECT COUNT(*) FROM outbox_message")))
                .as("what the request itself writes")
                .isOne();
        post.deliverOne();
        assertThat(told(books)).isEqualTo(Circulars.BATCH);
        brokenOff(transactions, post);
        assertThat(told(books)).as("nothing of what was broken off").isEqualTo(Circulars.BATCH);
        assertThat(post.deliver()).isEqualTo(VOLUNTEERS / Circulars.BATCH);
        transactions.run(() -> CircularFixture.circulars(sql, volunteers).send(news));
        post.deliver();

        assertThat(told(books)).as("once each, told twice").isEqualTo(VOLUNTEERS);
        assertThat(transactions.run(() -> sql.number("SELECT COUNT(DISTINCT person_id) FROM notice")))
                .isEqualTo(VOLUNTEERS);
    }

    private static void brokenOff(TestTransactions transactions, CircularFixture post) {
        try {
            transactions.run(() -> {
                post.deliverOne();
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException expected) {
            // rolled back
        }
    }

    private static long told(LedgerFixture books) {
        return books.transactions.run(() -> books.sql.number("SELECT COUNT(*) FROM notice"));
    }

    /** Those of whom 5,000 volunteer, and one resident. */
    private static int settle(Sql sql) {
        String numbers = "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000),"
                + " five AS (SELECT i + 1000 * k AS i FROM n JOIN (SELECT 0 AS k UNION SELECT 1 UNION SELECT 2 UNION SELECT 3"
                + " UNION SELECT 4) t WHERE i <= 1000)";
        sql.update("INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at) " + numbers
                + " SELECT i, 7, 7, '志愿者', CONCAT('V', i), '2026-01-01' FROM five");
        sql.update("INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                + " VALUES (9000, 7, 7, '居民', 'R', '2026-01-01')");
        return sql.update("INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                + " SELECT id, id, 7, 'VOLUNTEER', 'ACTIVE', '2026-01-01', '2026-01-01' FROM person WHERE id <= 5000");
    }
}
