package org.linli.portal.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.people.People;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.FieldCipher;

class BrandPointsTest {
    private static final LedgerFixture LEDGER = new LedgerFixture();

    private final Brands brands = (Brands) Proxy.newProxyInstance(
            Brands.class.getClassLoader(), new Class<?>[] {Brands.class}, (p, method, a) -> "工具");
    private final BrandPoints points = new BrandPoints(
            LEDGER.sql,
            LEDGER.ledger,
            new People(
                    LEDGER.sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), Clock.systemUTC()),
            brands,
            PaidServices.instance(List.of()),
            Clock.systemUTC());
    private final String brand = "tools" + Ids.next() % 100_000;
    private final long volunteer = Ids.next();

    @BeforeEach
    void settle() {
        LEDGER.transactions.run(() -> {
            LEDGER.sql.update(
                    "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                            + " VALUES (?, 7, 7, '赵大妈', ?, '2026-01-01')",
                    volunteer,
                    "P" + Long.toString(volunteer, 36));
        });
    }

    @AfterEach
    void invariants_hold() {
        LEDGER.invariantsHold();
    }

    @Test
    void a_key_is_granted_once_however_often_it_is_told() {
        List<Throwable> outcome = Race.of(5, i -> grant(LedgerFixture.COMMUNITY, "round:1", 1250));

        assertThat(outcome).containsOnlyNulls();
        assertThat(LEDGER.balances(volunteer).available()).isEqualTo(1250);
    }

    @Test
    void a_brand_grants_no_more_in_a_day_than_was_approved() {
        List<Throwable> outcome = Race.of(8, i -> grant(LedgerFixture.COMMUNITY, "round:" + i, 1000));

        assertThat(outcome.stream().filter(Objects::isNull)).hasSize(5);
        assertThat(outcome.stream().filter(Objects::nonNull))
                .allSatisfy(e -> assertThat(((DomainException) e).code()).isEqualTo("points.brand-limit"));
        assertThat(LEDGER.balances(volunteer).available()).isEqualTo(5000);
    }

    @Test
    void what_is_refused_by_the_bound_may_be_granted_tomorrow() {
        assertThatThrownBy(() -> grant(LedgerFixture.COMMUNITY, "big", 5001)).isInstanceOf(DomainException.class);
        assertThat(LEDGER.transactions.run(
                        () -> LEDGER.sql.number("SELECT COUNT(*) FROM brand_grant WHERE brand_id = ?", brand)))
                .isZero();
    }

    @Test
    void people_of_another_community_get_nothing() {
        assertThatThrownBy(() -> grant(8, "round:1", 100)).isInstanceOf(DomainException.class);
        assertThat(LEDGER.balances(volunteer).available()).isZero();
    }

    private void grant(long community, String key, long hundredths) {
        Descriptor descriptor = new Descriptor(
                brand,
                "1.0.0",
                1,
                "linli",
                "n",
                "s",
                "box",
                null,
                List.of("points"),
                50,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
        BrandScope scope = new BrandScope(new BrandRef(brand, community), descriptor, null, false);
        LEDGER.transactions.run(() -> {
            points.apply(scope, new Effect.GrantPoints(Long.toString(volunteer), hundredths, key, "巡查一次"));
        });
    }
}
