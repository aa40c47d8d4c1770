package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.portal.platform.security.Tokens;

/** Jars on this node, named by their SHA-256: a name never means other bytes. */
@ApplicationScoped
public class JarCache {
    private static final String NODE = "node";

    private final Path directory;

    @Inject
    public JarCache(@ConfigProperty(name = "linli.home", defaultValue = "${java.io.tmpdir}/linli") String home) {
        this(Path.of(home).resolve("brands"));
    }

    JarCache(Path directory) {
        this.directory = directory;
    }

    /** Name of this node: the same at every start over the same home. */
    String node() {
        try {
            Path file = directory.resolve(NODE);
            if (!Files.exists(file)) {
                store(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a release; what is there already is believed only if it has that digest. */
    Path fetch(String sha256, Supplier<byte[]> jar) {
        Path file = directory.resolve(sha256 + ".jar");
        try {
            if (Files.exists(file) && sha256.equals(sha256(Files.readAllBytes(file)))) {
                return file;
            }
            byte[] bytes = jar.get();
            if (!sha256.equals(sha256(bytes))) {
                throw new IllegalStateException("the database has other bytes for " + sha256);
            }
            store(file, bytes);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, also when the machine stops. */
    private void store(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(directory);
        Path half = Files.createTempFile(directory, "half", ".tmp");
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes halves that a stop left behind and jars that no release has any more. */
    void tidy(Set<String> known) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".tmp") || (name.endsWith(".jar") && !known.contains(name.replace(".jar", "")))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Tokens.sha256(bytes));
    }
}
