package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Takes jars in: signature first, over the bytes as they came; the jar is opened only when somebody answers for it. */
@ApplicationScoped
public class Upload {
    /** Largest jar, bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Upload.class.getName());

    private final PublisherKeys keys;
    private final ReleaseDesk desk;
    private final OperatorRight right;
    private final boolean unsignedAllowed;

    @Inject
    public Upload(
            PublisherKeys keys,
            ReleaseDesk desk,
            OperatorRight right,
            @ConfigProperty(name = "linli.brands.unsigned", defaultValue = "false") boolean unsignedAllowed) {
        this.keys = keys;
        this.desk = desk;
        this.right = right;
        this.unsignedAllowed = unsignedAllowed;
    }

    /**
     * Takes a release in; nothing of it is loaded. The same bytes again give the release that is there.
     *
     * @param signature Ed25519 over the bytes of the jar, Base64; null only where unsigned brands are allowed
     * @throws DomainException 413, or 400 with what is wrong and what to do
     */
    public Release accept(InputStream body, @Nullable String signature) {
        right.require();
        byte[] jar = read(body);
        PublisherKeys.Key signer = signer(jar, signature);
        CheckedJar checked = checked(jar);
        String publisher = checked.descriptor().publisher();
        if (signer != null && !signer.publisher().equals(publisher)) {
            throw DomainException.invalid("brands.other-publisher", signer.publisher(), publisher);
        }
        return desk.stage(checked, jar, signer == null ? null : (Long) signer.id());
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] jar = body.readNBytes(MAX_BYTES + 1);
            if (jar.length > MAX_BYTES) {
                throw DomainException.of(Kind.TOO_LARGE, "brands.jar-too-large", MAX_BYTES / 1024 / 1024);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PublisherKeys.@Nullable Key signer(byte[] jar, @Nullable String signature) {
        if (signature == null || signature.isBlank()) {
            if (!unsignedAllowed) {
                throw DomainException.invalid("brands.unsigned");
            }
            LOG.warning("an UNSIGNED brand is taken in, because linli.brands.unsigned is true: not for real use");
            return null;
        }
        try {
            return keys.signer(jar, Base64.getMimeDecoder().decode(signature))
                    .orElseThrow(() -> DomainException.invalid("brands.bad-signature"));
        } catch (IllegalArgumentException e) {
            throw DomainException.invalid("brands.bad-signature");
        }
    }

    private static CheckedJar checked(byte[] jar) {
        try {
            Path file = Files.createTempFile("linli-brand", ".jar");
            try {
                Files.write(file, jar);
                return CheckedJar.of(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
