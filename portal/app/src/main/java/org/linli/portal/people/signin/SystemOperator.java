package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.security.Tokens;

/**
 * The operator of the installation, who exists before any person does: a bearer token whose SHA-256 (hex) is the setting
 * linli.operator.token.sha256. Operator of the whole tree; belongs to no community and has no row.
 */
@ApplicationScoped
public class SystemOperator {
    /** Its id in audit entries; no person has it. */
    public static final long ID = 1;

    private static final Identity IDENTITY =
            new Identity(ID, "系统运维", 0, List.of(new Identity.Held(Role.OPERATOR, 0, "")));

    private final byte[] tokenHash;

    @Inject
    public SystemOperator(@ConfigProperty(name = "linli.operator.token.sha256") Optional<String> sha256) {
        this.tokenHash = sha256.filter(hex -> !hex.isBlank())
                .map(hex -> HexFormat.of().parseHex(hex.strip().toLowerCase(Locale.ROOT)))
                .orElse(new byte[0]);
    }

    Optional<Identity> of(String secret) {
        return tokenHash.length == 32 && MessageDigest.isEqual(tokenHash, Tokens.sha256(secret))
                ? Optional.of(IDENTITY)
                : Optional.empty();
    }
}
