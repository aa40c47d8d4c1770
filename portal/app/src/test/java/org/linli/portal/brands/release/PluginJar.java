package org.linli.portal.brands.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds a small plugin: sources are compiled, everything may be replaced by something that is wrong. */
public final class PluginJar {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final String id;
    private String version = "1.0.0";
    private String publisher = "linli";
    private String more = "";
    private int release = 17;

    private PluginJar(String id) {
        this.id = id;
    }

    /** A plugin that passes all checks: one REST route that answers its version. */
    public static PluginJar sample(String id) {
        return new PluginJar(id).route("Ping", "return new Response.Json(Data.of(\"version\", \"1.0.0\"));");
    }

    public PluginJar version(String other) {
        this.version = other;
        return this;
    }

    public PluginJar publisher(String other) {
        this.publisher = other;
        return this;
    }

    /** Lines to be added to brand.yaml. */
    public PluginJar yaml(String lines) {
        this.more += lines;
        return this;
    }

    /** Java release that the sources are compiled for from now on. */
    public PluginJar release(int java) {
        this.release = java;
        return this;
    }

    /** The only handler of the plugin, as a REST route with that body. */
    public PluginJar route(String name, String body) {
        return source("sample." + name, """
                package sample;
                import org.linli.plugin.*;
                @org.pf4j.Extension
                public class %s implements Route {
                    @Override public Response handle(Context context, Request request) { %s }
                }
                """.formatted(name, body));
    }

    /** Compiles a class and adds it. */
    public PluginJar source(String name, String text) {
        compile(name, text, release).forEach((type, bytes) -> entry(type.replace('.', '/') + ".class", bytes));
        return this;
    }

    public PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    public PluginJar entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJar without(String name) {
        entries.put(name, null);
        return this;
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "META-INF/MANIFEST.MF",
                utf8("Manifest-Version: 1.0\nPlugin-Id: " + id + "\nPlugin-Version: " + version + "\n"));
        all.put("META-INF/brand/brand.yaml", utf8(yaml()));
        all.put("META-INF/extensions.idx", utf8(extensions()));
        all.put("i18n/messages_zh_CN.properties", utf8("brand.name=样例\nbrand.summary=样例服务品牌\n"));
        all.put("i18n/messages_en.properties", utf8("brand.name=Sample\nbrand.summary=A sample brand\n"));
        all.putAll(entries);
        all.values().removeIf(content -> content == null);
        return zip(all);
    }

    /** Writes it to a file. */
    public Path to(Path directory) {
        try {
            Path jar = Files.createTempFile(directory, id, ".jar");
            return Files.write(jar, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String yaml() {
        return """
                id: %s
                version: %s
                api: 1
                publisher: %s
                name: brand.name
                summary: brand.summary
                icon: flame
                routes:
                  - {slot: rest, path: ping, by: [everyone], handler: Ping}
                """.formatted(id, version, publisher) + more;
    }

    private String extensions() {
        return entries.keySet().stream()
                .filter(name -> name.endsWith(".class"))
                .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                .collect(Collectors.joining("\n"));
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry file = new ZipEntry(entry.getKey());
                file.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0)); // the same content is the same jar
                zip.putNextEntry(file);
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> compile(String name, String text, int release) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> made = new HashMap<>();
        SimpleJavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignore) {
                        return text;
                    }
                };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "--release",
                    Integer.toString(release),
                    "-classpath",
                    System.getProperty("java.class.path"));
            boolean done = compiler.getTask(null, intoMemory(files, made), null, options, null, List.of(source))
                    .call();
            if (!done) {
                throw new IllegalArgumentException("does not compile: " + text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toByteArray()));
    }

    private static JavaFileManager intoMemory(StandardJavaFileManager files, Map<String, ByteArrayOutputStream> made) {
        return new ForwardingJavaFileManager<JavaFileManager>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("mem:///" + type.replace('.', '/')), kind) {
                    @Override
                    public ByteArrayOutputStream openOutputStream() {
                        return made.computeIfAbsent(type, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }
}
