package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Phone;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.security.PasswordHash;

/**
 * Checks login and password. An unknown login is counted, answered and takes its time exactly as a known one.
 *
 * <p>Not a transaction: each attempt is counted and committed before the password is looked at.
 */
@ApplicationScoped
public class SignIn {
    /** Five wrong passwords, then a pause of a quarter of an hour. */
    static final Attempts.Limit PER_ACCOUNT = new Attempts.Limit(5, Duration.ofMinutes(15));

    private static final Attempts.Limit PER_ADDRESS = new Attempts.Limit(60, Duration.ofMinutes(10));
    private static final int MAX_LOGIN = 64;
    private static final int MAX_PASSWORD = 128;
    private static final String ACCOUNT = "SELECT person_id, password_hash, epoch, temporary_until FROM account WHERE ";
    /** Of no password: an unknown login costs the same work. */
    private static final String NOBODY =
            "pbkdf2-sha512$210000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Sql sql;
    private final FieldCipher cipher;
    private final Attempts attempts;
    private final Clock clock;

    @Inject
    public SignIn(Sql sql, FieldCipher cipher, Attempts attempts, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * What somebody typed.
     *
     * @param login login name or telephone number
     * @param address network address of the client, for throttling
     */
    public record Credentials(
            @Nullable String login, @Nullable String password, String address) {}

    /**
     * Whose credentials they are.
     *
     * @throws DomainException 400 when a field is missing, 401 people.sign-in-failed or
     *     people.temporary-password-expired, 429 people.sign-in-locked
     */
    public SignedIn check(Credentials credentials) {
        new Violations()
                .requiredText(credentials.login(), "login", MAX_LOGIN)
                .requiredText(credentials.password(), "password", MAX_PASSWORD)
                .throwIfAny();
        String address = "address:" + credentials.address();
        refuseWhenBlocked(attempts.count(address, PER_ADDRESS));
        String login = String.valueOf(credentials.login()).strip().toLowerCase(Locale.ROOT);
        Account account = find(login).orElse(null);
        String subject = account == null ? "login:" + unknown(login) : "account:" + account.personId();
        Attempts.Counted counted = attempts.count(subject, PER_ACCOUNT);
        refuseWhenBlocked(counted);
        boolean right =
                PasswordHash.matches(String.valueOf(credentials.password()), account == null ? NOBODY : account.hash());
        if (!right || account == null) {
            throw counted.left() > 0
                    ? DomainException.of(Kind.UNAUTHENTICATED, "people.sign-in-failed", counted.left())
                    : DomainException.of(
                            Kind.UNAUTHENTICATED,
                            "people.sign-in-last",
                            PER_ACCOUNT.pause().toMinutes());
        }
        attempts.forget(subject);
        attempts.giveBack(address); // a whole centre may sign in through one address: only wrong passwords count
        if (account.temporaryUntil() != null && !clock.instant().isBefore(account.temporaryUntil())) {
            throw DomainException.of(Kind.UNAUTHENTICATED, "people.temporary-password-expired");
        }
        return new SignedIn(account.personId(), account.epoch());
    }

    /**
     * Checks a person's own password again, before something that matters; not within a transaction.
     *
     * @throws DomainException 400 naming the field, or 429 after too many wrong ones
     */
    public void confirm(long personId, @Nullable String password, String field) {
        new Violations().requiredText(password, field, MAX_PASSWORD).throwIfAny();
        String subject = "account:" + personId;
        refuseWhenBlocked(attempts.count(subject, PER_ACCOUNT));
        String hash = query("person_id = ?", personId).map(Account::hash).orElse(NOBODY);
        if (!PasswordHash.matches(String.valueOf(password), hash)) {
            throw DomainException.invalidField(field, "people.wrong-password");
        }
        attempts.forget(subject);
    }

    private static void refuseWhenBlocked(Attempts.Counted counted) {
        if (counted.isBlocked()) {
            throw DomainException.tooMany("people.sign-in-locked", counted.blockedMinutes());
        }
    }

    private Optional<Account> find(String login) {
        Optional<Account> byPhone =
                Phone.of(login).flatMap(phone -> query("phone_index = ?", cipher.blindIndex(phone.digits())));
        return byPhone.isPresent() || !isAscii(login) ? byPhone : query("login = ?", login);
    }

    /** The telephone number of somebody unknown is not kept either, not even as a plain hash. */
    private String unknown(String login) {
        String canonical = Phone.of(login).map(Phone::digits).orElse(login);
        return HexFormat.of().formatHex(cipher.blindIndex(canonical));
    }

    private Optional<Account> query(String condition, Object argument) {
        return sql.first(
                ACCOUNT + condition,
                row -> new Account(row.number(1), row.text(2), row.integer(3), row.instantOrNull(4)),
                argument);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private record Account(
            long personId, String hash, int epoch, @Nullable Instant temporaryUntil) {}
}
