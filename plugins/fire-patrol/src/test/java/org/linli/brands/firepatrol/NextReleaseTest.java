package org.linli.brands.firepatrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.plugin.Data;
import org.linli.plugin.testkit.BrandJar;
import org.linli.plugin.testkit.BrandKit;

/** The release as a jar, and the one after it: routes get a field, and old ones are read as if they had it. */
class NextReleaseTest {
    private static final String NAME = "org.linli.brands.firepatrol.FirePatrolBrand";

    @TempDir
    static Path folder;

    private static Path release;
    private static Path next;

    @BeforeAll
    static void pack() throws IOException {
        BrandJar jar = BrandJar.pack(Path.of("target/classes"));
        release = jar.write(folder.resolve("1.0.0.jar"));
        next = next(jar).write(folder.resolve("1.1.0.jar"));
    }

    private static BrandJar next(BrandJar jar) throws IOException {
        String source = Files.readString(Path.of("src/main/java/" + NAME.replace('.', '/') + ".java"));
        String upcast = """
                    @Override
                    public Data upcast(String kind, int schema, Data data) {
                        return kind.equals("route") && schema < 2 ? data.with("risk", "normal") : data;
                    }
                }
                """;
        int end = source.lastIndexOf('}');
        return jar.version("1.1.0")
                .edit(
                        "META-INF/brand/brand.yaml",
                        yaml -> yaml.replace("code: route, schema: 1", "code: route, schema: 2"))
                .compile(NAME, source.substring(0, end) + upcast);
    }

    @Test
    void the_jar_unloads_without_a_trace() throws Exception {
        assertThat(BrandJar.unloads(release)).isTrue();
        assertThat(BrandJar.unloads(next)).isTrue();
    }

    @Test
    void the_next_release_reads_the_routes_of_this_one() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {next.toUri().toURL()}, new Hiding())) {
            BrandKit kit = BrandKit.load(loader);
            assertThat(kit.problems()).isEmpty();
            assertThat(kit.descriptor().version()).isEqualTo("1.1.0");
            Patrol patrol = new Patrol(kit, "旺家社区");
            Data route = new PatrolRoute(
                            "old",
                            "老路线",
                            patrol.grid(1),
                            List.of(new PatrolRoute.Checkpoint("c1", "门口", List.of("gas"))),
                            1,
                            0)
                    .data();
            patrol.community.oldRecord("route", "old", 1, route);
            assertThat(patrol.community.read("route", "old").text("risk")).isEqualTo("normal");
            assertThat(patrol.coordinator.page("routes/old").title()).isEqualTo("老路线");
        }
    }

    /** The test's class path without the brand, as a plugin's loader sees the portal. */
    private static final class Hiding extends ClassLoader {
        Hiding() {
            super(NextReleaseTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.linli.brands.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public URL getResource(String name) {
            return name.startsWith("META-INF/") || name.startsWith("i18n/") ? null : super.getResource(name);
        }
    }
}
