package org.linli.plugin.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginManager;

/** The jar of a brand in memory: to make the next release of it, or a broken one, and to see whether it unloads. */
public final class BrandJar {
    private static final String DESCRIPTOR = "META-INF/brand/brand.yaml";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private final Map<String, byte[]> entries;

    private BrandJar(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /** Reads a jar. */
    public static BrandJar read(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return new BrandJar(entries);
    }

    /** Packs a folder of classes and resources, with a manifest that says what its descriptor says. */
    public static BrandJar pack(Path classes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(MANIFEST, new byte[0]);
        try (var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                entries.put(name, Files.readAllBytes(file));
            }
        }
        BrandJar jar = new BrandJar(entries);
        BrandDescriptor brand = BrandYaml.read(jar.text(DESCRIPTOR));
        return jar.edit(
                MANIFEST,
                old -> "Manifest-Version: 1.0\r\nPlugin-Id: " + brand.id() + "\r\nPlugin-Version: " + brand.version()
                        + "\r\n\r\n");
    }

    private String text(String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("the jar has no " + name);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The same jar with one text changed. */
    public BrandJar edit(String name, UnaryOperator<String> change) {
        return with(name, change.apply(text(name)).getBytes(StandardCharsets.UTF_8));
    }

    /** The same jar with that entry. */
    public BrandJar with(String name, byte[] content) {
        Map<String, byte[]> copy = new LinkedHashMap<>(entries);
        copy.put(name, content);
        return new BrandJar(copy);
    }

    /** The same jar as another version, in descriptor and manifest. */
    public BrandJar version(String version) {
        return edit(DESCRIPTOR, yaml -> yaml.replaceFirst("(?m)^version: .*$", "version: " + version))
                .edit(MANIFEST, lines -> lines.replaceFirst("(?m)^Plugin-Version: .*$", "Plugin-Version: " + version));
    }

    /**
     * The same jar with a class compiled from that source, against the jar and the class path of the test.
     *
     * @throws IllegalArgumentException with the compiler's words when it does not compile
     */
    public BrandJar compile(String className, String source) throws IOException {
        Path folder = Files.createTempDirectory("brand-jar");
        Path jar = write(folder.resolve("before.jar"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            String path = jar + java.io.File.pathSeparator + apiPath();
            List<String> options =
                    List.of("-proc:none", "--release", "17", "-d", folder.toString(), "-classpath", path);
            boolean done = compiler.getTask(
                            new java.io.OutputStreamWriter(said, StandardCharsets.UTF_8),
                            files,
                            null,
                            options,
                            null,
                            List.of(new Source(className, source)))
                    .call();
            if (!done) {
                throw new IllegalArgumentException(said.toString(StandardCharsets.UTF_8));
            }
        }
        BrandJar result = this;
        try (var made = Files.walk(folder)) {
            for (Path file : made.filter(f -> f.toString().endsWith(".class")).toList()) {
                result = result.with(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return result;
    }

    private static String apiPath() {
        return List.of(org.linli.plugin.Brand.class, PluginManager.class, org.jspecify.annotations.Nullable.class)
                .stream()
                .map(type -> Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .map(Path::toString)
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Writes it. */
    public Path write(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    /**
     * Loads the jar with PF4J, makes every extension, unloads it again.
     *
     * @return whether the loader was collected: a static collection, a thread or a thread-local of the brand would keep it
     */
    public static boolean unloads(Path jar) throws IOException, InterruptedException {
        WeakReference<ClassLoader> loader = useOnce(jar);
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return loader.get() == null;
    }

    private static WeakReference<ClassLoader> useOnce(Path jar) throws IOException {
        Path root = Files.createTempDirectory("brand-unload");
        PluginManager manager = new DefaultPluginManager(root);
        String id = manager.loadPlugin(jar);
        manager.startPlugin(id);
        ClassLoader loader = manager.getPluginClassLoader(id);
        List<?> extensions = manager.getExtensions(id);
        try (InputStream descriptor = loader.getResourceAsStream(DESCRIPTOR)) {
            if (extensions.isEmpty() || descriptor == null) {
                throw new AssertionError(jar + " has no extensions or no descriptor");
            }
        }
        manager.stopPlugin(id);
        manager.unloadPlugin(id);
        return new WeakReference<>(loader);
    }
}
