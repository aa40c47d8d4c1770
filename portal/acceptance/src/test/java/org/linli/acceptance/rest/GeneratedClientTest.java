package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.ApiDocument;
import org.linli.acceptance.RunningPortal;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Whoever makes a client of the API document gets one that compiles and works. */
@Order(60)
class GeneratedClientTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final Path DIRECTORY = Path.of("target", "client").toAbsolutePath();

    @Test
    void a_generated_client_compiles_and_places_an_order() throws Exception {
        Path document = Files.createDirectories(DIRECTORY).resolve("openapi.json");
        Files.writeString(document, ApiDocument.of(PORTAL).json().toString());
        generate(document);
        Path classes = compile();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            loader.loadClass("ClientStory")
                    .getMethod("tell", String.class)
                    .invoke(null, PORTAL.address().toString().replaceAll("/$", ""));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void generate(Path document) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        CodegenConfigurator java = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(document.toString())
                .setOutputDir(DIRECTORY.toString())
                .setInvokerPackage("org.linli.client")
                .setApiPackage("org.linli.client.api")
                .setModelPackage("org.linli.client.model");
        java.addAdditionalProperty("openApiNullable", "false");
        java.addAdditionalProperty("useJakartaEe", "true");
        for (String wanted : List.of("apis", "models", "supportingFiles")) {
            java.addGlobalProperty(wanted, "");
        }
        for (String unwanted : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
            java.addGlobalProperty(unwanted, "false");
        }
        new DefaultGenerator().opts(java.toClientOptInput()).generate();
    }

    private static Path compile() throws IOException {
        Path classes = Files.createDirectories(DIRECTORY.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> generated = Files.walk(DIRECTORY.resolve("src/main/java"))) {
            List<Path> sources = Stream.concat(
                            generated.filter(file -> file.toString().endsWith(".java")),
                            Stream.of(Path.of("src", "test", "resources", "client", "ClientStory.java")))
                    .toList();
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-nowarn", "-proc:none", "-d", classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        return classes;
    }
}
