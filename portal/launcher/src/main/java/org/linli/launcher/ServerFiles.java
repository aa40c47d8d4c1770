package org.linli.launcher;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.linli.database.FileTree;

/**
 * Payara Micro and the application, unpacked from the runnable jar once per build into plain jars: only classes from
 * plain jars on the class path can be kept in a class-data archive.
 *
 * @param directory {@code <home>/runtime/<build>}
 */
record ServerFiles(Path directory) {

    /** Set by {@link LaunchArguments}: the directory whose jars are on the class path of this process. */
    static final String ON_CLASS_PATH = "linli.server";

    private static final String SERVER_JARS = "MICRO-INF/runtime/";

    /**
     * Unpacks what the jar of this process holds, unless it was done before. Files of other builds are deleted. In a
     * process that has the server on its class path, those files.
     */
    static ServerFiles unpacked(Path home) {
        Path jar = runnableJar();
        String onClassPath = System.getProperty(ON_CLASS_PATH);
        if (onClassPath != null) {
            return new ServerFiles(Path.of(onClassPath));
        }
        Path parent = home.resolve("runtime");
        try {
            ServerFiles files = new ServerFiles(parent.resolve(buildId(jar)));
            if (!Files.isDirectory(files.directory())) {
                Files.createDirectories(parent);
                try (FileChannel channel = FileChannel.open(
                                parent.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !Files.isDirectory(files.directory())) {
                        deleteOthers(parent);
                        files.unpack();
                    }
                }
            }
            return files;
        } catch (IOException e) {
            throw new StartFailure(StartFailure.FAILED, "The server cannot be unpacked into " + parent + ": " + e, e);
        }
    }

    /** The jar whose manifest lists all others. */
    Path bootJar() {
        return directory.resolve("payara.jar");
    }

    Path war() {
        return directory.resolve("linli.war");
    }

    /** The brands that come with the program, and an index of them. */
    Path brands() {
        return directory.resolve("brands");
    }

    Path classArchive() {
        return directory.resolve("linli.jsa");
    }

    /** The jar that this process runs from. */
    static Path runnableJar() {
        try {
            Path jar = Path.of(ServerFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(jar)) {
                return jar;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path is no file", e);
        }
        throw new StartFailure(
                StartFailure.NOT_STARTED,
                "The portal starts from linli.jar: java -jar linli.jar run (or ./linli run).");
    }

    private static String buildId(Path jar) throws IOException {
        return Long.toString(Files.getLastModifiedTime(jar).toMillis(), 36) + "-" + Long.toString(Files.size(jar), 36);
    }

    private static void deleteOthers(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            for (Path other : children.filter(Files::isDirectory).toList()) {
                FileTree.delete(other);
            }
        }
    }

    private void unpack() throws IOException {
        Path half = directory.resolveSibling("unpacking");
        FileTree.delete(half);
        Files.createDirectories(half.resolve("runtime"));
        try (InputStream war = packed("linli-app.war")) {
            Files.copy(war, half.resolve("linli.war"));
        }
        BundledFiles.copyTo(half.resolve("brands"));
        Path rest = half.resolve("rest.jar");
        List<String> jars = new ArrayList<>();
        try (ZipInputStream server = new ZipInputStream(packed("payara-micro.jar"));
                JarOutputStream boot = jar(rest)) {
            for (ZipEntry entry = server.getNextEntry(); entry != null; entry = server.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(SERVER_JARS) && name.endsWith(".jar")) {
                    String file = name.substring(SERVER_JARS.length());
                    Files.copy(server, half.resolve("runtime").resolve(file));
                    jars.add("runtime/" + file);
                } else if (!name.equals(SERVER_JARS) && !name.equals("META-INF/MANIFEST.MF")) {
                    // resource adapters are looked up by their bare name
                    String target = name.startsWith(SERVER_JARS) ? name.substring(SERVER_JARS.length()) : name;
                    boot.putNextEntry(new ZipEntry(target));
                    server.transferTo(boot);
                    boot.closeEntry();
                }
            }
        }
        addManifest(rest, half.resolve("payara.jar"), jars);
        Files.delete(rest);
        Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The manifest has to be the first entry of a jar, but the names of the others are known only at the end. */
    private static void addManifest(Path rest, Path target, List<String> jars) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        String.join(" ", jars.stream().sorted().toList()));
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(rest));
                JarOutputStream boot =
                        new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(target)), manifest)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                boot.putNextEntry(new ZipEntry(entry.getName()));
                entries.transferTo(boot);
                boot.closeEntry();
            }
        }
    }

    private static JarOutputStream jar(Path target) throws IOException {
        return new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(target)));
    }

    private static InputStream packed(String name) throws IOException {
        return resource("/packed/" + name);
    }

    static InputStream resource(String name) throws IOException {
        URL found = ServerFiles.class.getResource(name);
        if (found == null) {
            throw new IOException(runnableJar() + " holds no " + name);
        }
        // not shared: whoever closes the jar closes it for all
        URLConnection connection = found.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
