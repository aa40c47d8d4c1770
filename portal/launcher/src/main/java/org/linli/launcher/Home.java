package org.linli.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.linli.database.FileTree;
import org.linli.database.PrivateFile;

/**
 * The directory in which a portal keeps everything: data, secrets, logs, the unpacked server.
 *
 * @param directory absolute path
 */
record Home(Path directory) {

    /** What --fresh puts aside: the data of the portal, not its secrets, programs and settings. */
    private static final List<String> DATA = List.of("database", "files");

    Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** Makes the directory, readable by its owner only, and takes it for this process until it ends. */
    FileChannel take() {
        try {
            PrivateFile.createDirectory(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.NOT_STARTED, "The home directory " + directory + " cannot be used: " + e, e);
        }
        throw new StartFailure(
                StartFailure.NOT_STARTED,
                "A portal is running already over " + directory
                        + ". Stop it first (Ctrl-C in its window), or choose another directory with --home.");
    }

    /** Puts the data aside, replacing what an earlier --fresh put there. */
    void putDataAside() throws IOException {
        Path before = directory.resolve("before-fresh");
        FileTree.delete(before);
        Path moment = before.resolve(
                DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").format(LocalDateTime.now(ZoneId.systemDefault())));
        for (String part : DATA) {
            if (Files.exists(directory.resolve(part))) {
                Files.createDirectories(moment);
                Files.move(directory.resolve(part), moment.resolve(part));
            }
        }
    }

    /** The token by which the operator's commands sign in; made at the first use. */
    String operatorToken() throws IOException {
        return PrivateFile.secret(operatorTokenFile(), 32);
    }

    Path operatorTokenFile() {
        return directory.resolve("operator.token");
    }

    /** The portal gets only this of the operator's token. */
    String operatorTokenSha256() throws IOException {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(operatorToken().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The key that encrypts fields in the database, 32 bytes in Base64; made at the first use. */
    String secretKey() throws IOException {
        Path file = secretKeyFile();
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            PrivateFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
        }
        return Files.readString(file).strip();
    }

    Path secretKeyFile() {
        return directory.resolve("secret.key");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    /** Working directory of the server, made anew at each start. */
    Path instance() {
        return directory.resolve("instance");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
