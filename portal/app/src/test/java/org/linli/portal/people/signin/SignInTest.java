package org.linli.portal.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.database.TestDatabase;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.AttemptCount;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.security.PasswordHash;
import org.linli.portal.platform.time.MovedClock;

/** Sign-in, lock-out and tokens on the real engine. */
class SignInTest {
    private static final String PASSWORD = "linli-demo";
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final TestTransactions TRANSACTIONS = new TestTransactions(DATABASE);
    private static final FieldCipher CIPHER =
            new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Sql SQL = new Sql(TRANSACTIONS.dataSource());
    private static final Sql AUTO_COMMITTED = new Sql(DATABASE.dataSource());
    private static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-11-22T08:00:00Z"));
    private static final Attempts ATTEMPTS = new Attempts(new AttemptCount(SQL, CLOCK));
    private static final AccessTokens TOKENS = new AccessTokens(SQL, CLOCK);

    @BeforeAll
    static void fill() {
        TRANSACTIONS.run(() -> {
            SQL.update("INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                    + " VALUES (3, 'COMMUNITY', 'A', '贵苑', '3/', 3, '2026-01-01')");
            String hash = PasswordHash.ofPublicPassword(PASSWORD);
            for (long id = 1; id <= 3; id++) {
                SQL.update(
                        "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                                + " VALUES (?, 3, 3, '王秀英', ?, '2026-01-01')",
                        id,
                        "L" + id);
                SQL.update(
                        "INSERT INTO account (person_id, login, phone_index, password_hash, password_changed_at)"
                                + " VALUES (?, ?, ?, ?, '2026-01-01')",
                        id,
                        "resident" + id,
                        CIPHER.blindIndex("1540000000" + id),
                        hash);
            }
        });
    }

    @Test
    void a_login_name_in_any_case_and_a_telephone_number_as_typed_both_sign_in() {
        assertThat(check(" Resident1 ", PASSWORD).personId()).isEqualTo(1);
        assertThat(check("154-0000-0001", PASSWORD).personId()).isEqualTo(1);
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_waits_a_quarter_of_an_hour() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> check("resident2", "wrong-password")).hasMessageContaining("people.sign-in");
        }
        assertThatThrownBy(() -> check("resident2", PASSWORD)).hasMessage("people.sign-in-locked [15] []");
        CLOCK.pass(Duration.ofMinutes(16));
        assertThat(check("resident2", PASSWORD).personId()).isEqualTo(2);
    }

    @Test
    void right_passwords_do_not_close_the_door_of_an_address() {
        for (int i = 0; i < 70; i++) {
            assertThat(check("resident1", PASSWORD).personId()).isEqualTo(1);
        }
    }

    @Test
    void an_unknown_login_is_answered_as_a_known_one() {
        String known = failure("resident3");
        assertThat(failure("nobody-at-all")).isEqualTo(known);
        for (int i = 0; i < 4; i++) {
            failure("nobody-at-all");
        }
        assertThat(failure("nobody-at-all")).startsWith("people.sign-in-locked");
    }

    @Test
    void forty_guesses_at_once_get_no_more_than_five_through() throws InterruptedException {
        AtomicInteger passed = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Attempts.Limit limit = new Attempts.Limit(5, Duration.ofMinutes(15));
        for (int i = 0; i < 40; i++) {
            threads.execute(() -> {
                if (!TRANSACTIONS
                        .run(() -> ATTEMPTS.count("account:race", limit))
                        .isBlocked()) {
                    passed.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(passed).hasValue(5);
    }

    @Test
    void a_token_is_kept_as_a_hash_and_ends_when_it_expires_or_is_revoked() {
        SignedIn owner = new SignedIn(1, 0);
        AccessTokens.Issued token = TRANSACTIONS.run(() -> TOKENS.issue(owner, AccessTokens.Kind.API, "脚本"));
        assertThat(TRANSACTIONS.run(() -> TOKENS.owner(token.secret(), AccessTokens.Kind.API)))
                .contains(owner);
        assertThat(TRANSACTIONS.run(() -> TOKENS.owner(token.secret(), AccessTokens.Kind.REMEMBER)))
                .isEmpty();
        TRANSACTIONS.run(() -> TOKENS.revoke(token.secret()));
        assertThat(TRANSACTIONS.run(() -> TOKENS.owner(token.secret(), AccessTokens.Kind.API)))
                .isEmpty();
    }

    @Test
    void a_remembered_browser_gets_one_new_token_for_the_used_one() {
        SignedIn owner = new SignedIn(1, 0);
        AccessTokens.Issued first = TRANSACTIONS.run(() -> TOKENS.issue(owner, AccessTokens.Kind.REMEMBER, ""));
        assertThat(TRANSACTIONS.run(() -> TOKENS.rotate(first.secret(), owner))).isPresent();
        assertThat(TRANSACTIONS.run(() -> TOKENS.rotate(first.secret(), owner))).isEmpty();
    }

    @Test
    void a_used_token_that_comes_back_later_ends_its_successor_too_and_is_written_down() {
        SignedIn owner = new SignedIn(1, 0);
        AccessTokens.Issued other = TRANSACTIONS.run(() -> TOKENS.issue(owner, AccessTokens.Kind.REMEMBER, ""));
        AccessTokens.Issued first = TRANSACTIONS.run(() -> TOKENS.issue(owner, AccessTokens.Kind.REMEMBER, ""));
        AccessTokens.Issued second =
                TRANSACTIONS.run(() -> TOKENS.rotate(first.secret(), owner)).orElseThrow();
        AccessTokens.Issued third =
                TRANSACTIONS.run(() -> TOKENS.rotate(second.secret(), owner)).orElseThrow();
        assertThat(remembered(first)).as("pages opened at the same time").isTrue();
        assertThat(TRANSACTIONS.run(() -> TOKENS.endStolen(first.secret()))).isFalse();

        CLOCK.pass(Duration.ofMinutes(2));
        assertThat(remembered(first)).isFalse();
        assertThat(TRANSACTIONS.run(() -> TOKENS.endStolen(first.secret()))).isTrue();
        assertThat(remembered(third)).isFalse();
        assertThat(remembered(other)).as("another browser").isTrue();
        assertThat(TRANSACTIONS.run(() -> SQL.number(
                        "SELECT COUNT(*) FROM audit_entry WHERE action = 'people.stolen-sign-in' AND actor_id = 1")))
                .isEqualTo(1);
    }

    private static boolean remembered(AccessTokens.Issued token) {
        return TRANSACTIONS
                .run(() -> TOKENS.owner(token.secret(), AccessTokens.Kind.REMEMBER))
                .isPresent();
    }

    private static String failure(String login) {
        try {
            check(login, "wrong-password");
            return "signed in";
        } catch (RuntimeException e) { // the words of any refusal are compared
            return String.valueOf(e.getMessage());
        }
    }

    /** Each attempt is counted in a transaction of its own, so none is begun here. */
    private static SignedIn check(String login, String password) {
        return new SignIn(AUTO_COMMITTED, CIPHER, new Attempts(new AttemptCount(AUTO_COMMITTED, CLOCK)), CLOCK)
                .check(new SignIn.Credentials(login, password, "10.0.0." + Math.abs(login.hashCode() % 200)));
    }
}
