package org.linli.plugin.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What the archetype generates is a brand: it compiles without a warning, and its own tests pass. */
class GeneratedBrandTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/archetype-resources");
    private static final String PACKAGE = "com.example.tools";
    private static final Map<String, String> PROPERTIES = Map.of(
            "groupId", "com.example",
            "artifactId", "tool-corner",
            "version", "1.0.0",
            "package", PACKAGE,
            "publisher", "example",
            "nameZh", "工具角",
            "nameEn", "Tool corner",
            "linliVersion", "0.1.0");

    @TempDir
    static Path project;

    @BeforeAll
    static void generate() throws IOException {
        VelocityEngine engine = new VelocityEngine();
        engine.init();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path template : files.filter(Files::isRegularFile).toList()) {
                StringWriter text = new StringWriter();
                boolean filled = engine.evaluate(
                        new VelocityContext(new java.util.HashMap<>(PROPERTIES)),
                        text,
                        template.toString(),
                        Files.readString(template));
                assertThat(filled).as(template.toString()).isTrue();
                Path file = project.resolve(placeOf(TEMPLATES.relativize(template)));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.toString());
            }
        }
    }

    /** Java sources move into the package. */
    private static String placeOf(Path template) {
        return template.toString().replaceFirst("^(src/(main|test)/java)/", "$1/" + PACKAGE.replace('.', '/') + "/");
    }

    @Test
    void nothing_is_left_to_fill_in() throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("${");
            }
        }
        assertThat(Files.readString(project.resolve("pom.xml")))
                .startsWith("<?xml")
                .contains("<artifactId>tool-corner</artifactId>", "<linli.version>0.1.0<", "${linli.version}");
        assertThat(Files.readString(project.resolve("README.md"))).contains("工具角", "Build, try, publish");
    }

    @Test
    void the_project_compiles_and_its_tests_pass() throws Exception {
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        copy(project.resolve("src/main/resources"), classes);
        List<Path> sources = new ArrayList<>(javaFiles("src/main/java"));
        sources.addAll(javaFiles("src/test/java"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-Xlint:all,-processing",
                "-Werror",
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).isZero();
        assertThat(Files.readString(classes.resolve("META-INF/extensions.idx"))).contains(PACKAGE + ".ToolsPage");

        TestExecutionSummary summary = run(classes);
        assertThat(summary.getFailures().stream().map(failure -> failure.getException()))
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(5);
    }

    private static List<Path> javaFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Runs the generated tests as they would run in the project: their class loader is the one of the thread. */
    private static TestExecutionSummary run(Path classes) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedBrandTest.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(loader.loadClass(PACKAGE + ".BrandTest")))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
