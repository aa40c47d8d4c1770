package org.linli.portal.brands.release;

import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.security.Tokens;

/**
 * Whose signatures the portal trusts. Keys of the setting linli.brands.keys ({@code publisher:base64} …, by commas) are entered
 * once; one that was ended stays ended.
 */
@Desk
public class PublisherKeys {
    private static final Pattern PUBLISHER = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Sql sql;
    private final Clock clock;
    private final OperatorRight right;
    private final AuditLog audit;
    private final String configured;

    @Inject
    public PublisherKeys(
            Sql sql,
            Clock clock,
            OperatorRight right,
            AuditLog audit,
            @ConfigProperty(name = "linli.brands.keys") Optional<String> configured) {
        this.sql = sql;
        this.clock = clock;
        this.right = right;
        this.audit = audit;
        this.configured = configured.orElse("");
    }

    /**
     * A key.
     *
     * @param fingerprint first 16 hex digits of its SHA-256, to be compared by people
     */
    public record Key(
            long id,
            String publisher,
            String publicKey,
            String fingerprint,
            Instant addedAt,
            @Nullable Instant endedAt) {}

    /** All keys, those in use first. */
    public List<Key> list() {
        right.require();
        enterConfigured();
        return rows("ORDER BY ended_at IS NOT NULL, publisher, id");
    }

    /**
     * Trusts a key.
     *
     * @param publicKey Ed25519, Base64 of the X.509 form
     */
    public Key add(@Nullable String publisher, @Nullable String publicKey) {
        right.require();
        new Violations()
                .check(publisher != null && PUBLISHER.matcher(publisher).matches(), "publisher", "brands.bad-publisher")
                .check(publicKey != null && decoded(publicKey).isPresent(), "publicKey", "brands.bad-key")
                .throwIfAny();
        long id = enter(
                String.valueOf(publisher), decoded(String.valueOf(publicKey)).orElseThrow());
        // of two who enter the same key at once one does not see it yet
        Key key = rows("WHERE id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> DomainException.conflict("platform.changed-meanwhile"));
        audit.record("brands.key-add", null, new Subject("brand_key", id), publisher + " " + key.fingerprint());
        return key;
    }

    /** Trusts it no more; what it signed before stays as it is. */
    public Key end(long id) {
        right.require();
        sql.update(
                "UPDATE brand_publisher_key SET ended_at = ? WHERE id = ? AND ended_at IS NULL", clock.instant(), id);
        Key key = rows("WHERE id = ?", id).stream().findFirst().orElseThrow(DomainException::notFound);
        audit.record("brands.key-end", null, new Subject("brand_key", id), key.publisher() + " " + key.fingerprint());
        return key;
    }

    /** The trusted key that signed these bytes; empty when none did. */
    public Optional<Key> signer(byte[] bytes, byte[] signature) {
        enterConfigured();
        return rows("WHERE ended_at IS NULL").stream()
                .filter(key -> signed(key, bytes, signature))
                .findFirst();
    }

    private static boolean signed(Key key, byte[] bytes, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey(Base64.getDecoder().decode(key.publicKey())));
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature of another length or form
        }
    }

    private void enterConfigured() {
        for (String entry : configured.split(",")) {
            String[] parts = entry.strip().split(":", 2);
            if (parts.length == 2) {
                byte[] key = decoded(parts[1])
                        .orElseThrow(() -> new IllegalStateException("linli.brands.keys: no Ed25519 key: " + entry));
                enter(parts[0].strip(), key);
            }
        }
    }

    private long enter(String publisher, byte[] key) {
        Optional<Long> known = sql.first(
                "SELECT id FROM brand_publisher_key WHERE publisher = ? AND public_key = ?",
                row -> row.number(1),
                publisher,
                key);
        if (known.isPresent()) {
            return known.get();
        }
        long id = Ids.next();
        sql.update(
                "INSERT IGNORE INTO brand_publisher_key (id, publisher, public_key, added_at) VALUES (?, ?, ?, ?)",
                id,
                publisher,
                key,
                clock.instant());
        return id;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            return publicKey(key).getAlgorithm().startsWith("Ed") && key.length <= 60
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private List<Key> rows(String where, Object... parameters) {
        return sql.list(
                "SELECT id, publisher, public_key, added_at, ended_at FROM brand_publisher_key " + where,
                row -> new Key(
                        row.number(1),
                        row.text(2),
                        Base64.getEncoder().encodeToString(row.bytes(3)),
                        HexFormat.of().formatHex(Tokens.sha256(row.bytes(3))).substring(0, 16),
                        row.instant(4),
                        row.instantOrNull(5)),
                parameters);
    }
}
