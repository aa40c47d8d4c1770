package org.linli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevBrandTest {
    private static final Instant NOW = Instant.ofEpochMilli(42);

    @TempDir
    Path project;

    private Path yaml;

    @BeforeEach
    void compile() throws IOException {
        yaml = project.resolve("target/classes/META-INF/brand/brand.yaml");
        Files.createDirectories(yaml.getParent());
        Files.writeString(yaml, """
                id: tool-corner   # for ever
                version: 1.2.3-SNAPSHOT
                roles:
                  - {code: keeper, name: role.keeper}
                  - code: helper
                    name: role.helper
                orderTypes:
                  - {code: loan, name: order.loan}
                routes:
                  - {slot: page, path: tools, name: page.tools}
                """);
        Files.writeString(project.resolve("target/classes/One.class"), "1");
    }

    @Test
    void each_packing_is_a_release_of_its_own() throws IOException {
        DevBrand.Packed packed = DevBrand.at(project).pack(NOW);
        assertThat(packed.id()).isEqualTo("tool-corner");
        assertThat(packed.version()).isEqualTo("1.2.3-dev.42");
        assertThat(packed.roles()).containsExactly("keeper", "helper");
        assertThat(packed.page()).isEqualTo("tools");
        try (JarFile jar = new JarFile(packed.jar().toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Plugin-Version"))
                    .isEqualTo("1.2.3-dev.42");
            assertThat(jar.getEntry("One.class")).isNotNull();
            String text = new String(
                    jar.getInputStream(jar.getEntry("META-INF/brand/brand.yaml"))
                            .readAllBytes(),
                    UTF_8);
            assertThat(text).contains("version: 1.2.3-dev.42\n", "id: tool-corner   # for ever");
        }
        // a jar with libraries in it is packed anew as well
        DevBrand.Packed again = DevBrand.at(packed.jar()).pack(Instant.ofEpochMilli(43));
        assertThat(again.version()).isEqualTo("1.2.3-dev.43");
        Files.delete(packed.jar());
        Files.delete(again.jar());
    }

    @Test
    void a_change_of_any_file_is_seen() throws IOException {
        DevBrand brand = DevBrand.at(project);
        String before = brand.fingerprint();
        assertThat(brand.fingerprint()).isEqualTo(before);
        Files.writeString(project.resolve("target/classes/One.class"), "12");
        assertThat(brand.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void what_is_missing_is_said() throws IOException {
        assertThatThrownBy(() -> DevBrand.at(project.resolve("nowhere"))).hasMessageContaining("mvn compile");
        Files.writeString(yaml, "name: brand.name\n");
        assertThatThrownBy(() -> DevBrand.at(project).pack(NOW)).hasMessageContaining("version: 1.0.0");
    }
}
