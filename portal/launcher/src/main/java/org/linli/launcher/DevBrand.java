package org.linli.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A brand that its author is working on: compiled classes or a jar, packed as a release of its own at each change. */
final class DevBrand {
    private static final String YAML = "META-INF/brand/brand.yaml";
    private static final Pattern ID = Pattern.compile("(?m)^id:\\s*([^\\s#]+)");
    private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*([0-9]+\\.[0-9]+\\.[0-9]+)[^\\s#]*");
    private static final Pattern CODE = Pattern.compile("\\bcode:\\s*([a-z0-9-]+)");
    private static final Pattern PAGE = Pattern.compile("slot:\\s*page\\s*,\\s*path:\\s*([^\\s,}]+)");

    private final Path source;

    private DevBrand(Path source) {
        this.source = source;
    }

    /**
     * The brand of a project, of a directory of classes, or of a jar.
     *
     * @throws StartFailure when nothing is compiled there
     */
    static DevBrand at(Path path) {
        for (Path source : List.of(path.resolve("target/classes"), path)) {
            if (Files.exists(source.resolve(YAML)) || (Files.isRegularFile(source) && source.equals(path))) {
                return new DevBrand(source);
            }
        }
        throw new StartFailure(
                StartFailure.NOT_STARTED,
                "There is no " + YAML + " in " + path.resolve("target/classes")
                        + ". Compile the brand first (mvn compile),"
                        + " and name the directory of its pom.xml, or its jar.");
    }

    /**
     * A packed release.
     *
     * @param version of the development release, later than those before it
     * @param page path of its first page, empty for none
     */
    record Packed(Path jar, String id, String version, List<String> roles, String page) {
        Packed {
            roles = List.copyOf(roles);
        }
    }

    /** Changes with every file that changes. */
    String fingerprint() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return String.join("\n", lines);
    }

    /**
     * Packs it as it is now.
     *
     * @throws StartFailure when there is no brand.yaml with an id and a version
     */
    Packed pack(Instant now) throws IOException {
        Map<String, byte[]> entries = entries();
        String yaml = new String(entries.getOrDefault(YAML, new byte[0]), StandardCharsets.UTF_8);
        Matcher id = ID.matcher(yaml);
        Matcher version = VERSION.matcher(yaml);
        if (!id.find() || !version.find()) {
            throw new StartFailure(
                    StartFailure.FAILED, YAML + " needs lines such as \"id: tool-corner\" and \"version: 1.0.0\".");
        }
        // each is a release of its own: a portal never changes what a version is
        String stamped = version.group(1) + "-dev." + now.toEpochMilli();
        entries.put(YAML, yaml.replace(version.group(), "version: " + stamped).getBytes(StandardCharsets.UTF_8));
        Path jar = Files.createTempFile("linli-dev-", ".jar");
        write(jar, manifest(entries.remove(JarFile.MANIFEST_NAME), id.group(1), stamped), entries);
        Matcher page = PAGE.matcher(yaml);
        return new Packed(jar, id.group(1), stamped, roles(yaml), page.find() ? page.group(1) : "");
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        if (Files.isRegularFile(source)) {
            try (JarFile jar = new JarFile(source.toFile())) {
                for (JarEntry entry :
                        jar.stream().filter(one -> !one.isDirectory()).toList()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        entries.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return entries;
        }
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(source.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    private static Manifest manifest(byte @org.jspecify.annotations.Nullable [] given, String id, String version)
            throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(given == null ? new byte[0] : given));
        Attributes main = manifest.getMainAttributes();
        main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Plugin-Id", id);
        main.putValue("Plugin-Version", version);
        return manifest;
    }

    private static void write(Path jar, Manifest manifest, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        Files.write(jar, bytes.toByteArray());
    }

    /** Codes of the block {@code roles:}, up to the next key at the margin. */
    private static List<String> roles(String yaml) {
        Matcher block = Pattern.compile("(?ms)^roles:(.*?)(?=^\\S|\\z)").matcher(yaml);
        List<String> roles = new ArrayList<>();
        if (block.find()) {
            Matcher code = CODE.matcher(block.group(1));
            while (code.find()) {
                roles.add(code.group(1));
            }
        }
        return roles;
    }
}
