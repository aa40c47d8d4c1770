package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.brands.release.DescriptorYamlTest.refused;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.plugin.Data;
import org.linli.plugin.Route;

class OpenReleaseTest {
    private static final Duration BUDGET = Duration.ofSeconds(60);

    /** What would else never end is waited for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    private OpenRelease open(PluginJar plugin) {
        return open(plugin, BUDGET);
    }

    private OpenRelease open(PluginJar plugin, Duration budget) {
        Path jar = plugin.to(directory);
        return OpenRelease.start(jar, CheckedJar.of(jar), 1, budget);
    }

    @Test
    void aReleaseAnswersAndIsCollectedAfterwards() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        int cycles = Boolean.getBoolean("linli.drill") ? 200 : 20;
        long before = 0;
        for (int i = 0; i < cycles; i++) {
            loaders.add(useOnce(i));
            if (i == cycles / 4) {
                collected(loaders);
                before = metaspace();
            }
        }
        assertThat(collected(loaders)).isTrue();
        assertThat(openJars()).isEmpty();
        assertThat(metaspace() - before).as("growth of metaspace").isLessThan(1024 * 1024);
    }

    private WeakReference<ClassLoader> useOnce(int i) {
        OpenRelease open = open(PluginJar.sample("cycle").version("1.0." + i));
        try (LoadedRelease.Lease lease = open.release().lease().orElseThrow()) {
            Route.Response answer = lease.release()
                    .handler("Ping", Route.class)
                    .handle(null, new Route.Request("GET", "", Data.EMPTY, Data.EMPTY));
            assertThat(answer).isEqualTo(new Route.Response.Json(Data.of("version", "1.0.0")));
            assertThat(lease.release().text(Locale.ENGLISH, "brand.name")).isEqualTo("Sample");
            assertThat(lease.release().loader().getResource("i18n/messages_en.properties"))
                    .isNotNull();
        }
        return open.close(Duration.ZERO);
    }

    private static boolean collected(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int i = 0; i < 200 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
            Thread.sleep(50);
        }
        return loaders.stream().allMatch(loader -> loader.get() == null);
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private List<Path> openJars() throws IOException {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.exists(handles)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (Stream<Path> all = Files.list(handles)) {
            for (Path one : all.toList()) {
                if (Files.isSymbolicLink(one) && Files.readSymbolicLink(one).startsWith(directory.toRealPath())) {
                    jars.add(Files.readSymbolicLink(one));
                }
            }
        }
        return jars;
    }

    @Test
    void twoReleasesOfOneBrandWorkSideBySide() {
        OpenRelease first = open(PluginJar.sample("twins"));
        OpenRelease second = open(PluginJar.sample("twins").version("2.0.0"));
        assertThat(first.release().handler("Ping", Route.class).getClass())
                .isNotSameAs(second.release().handler("Ping", Route.class).getClass());
        first.close(Duration.ZERO);
        assertThat(second.release().handler("Ping", Route.class)).isNotNull();
        second.close(Duration.ZERO);
    }

    @Test
    void whatThrowsAtItsStartIsRefusedWithItsWords() {
        refused(() -> open(withPlugin("throw new IllegalStateException(\"no way\");")), "start-failed");
        refused(() -> open(withPlugin("throw new StackOverflowError(\"deep\");")), "start-failed");
    }

    @Test
    void whatLoopsAtItsStartIsEnded() throws InterruptedException {
        refused(() -> open(withPlugin("while (true) { }"), Duration.ofSeconds(1)), "start-slow", "1");
        List<Thread> started = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("brand-start-hostile"))
                .toList();
        for (Thread thread : started) {
            thread.join(PATIENCE.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void whatSleepsAtItsStartIsEnded() {
        refused(
                () -> open(
                        withPlugin("try { Thread.sleep(60000); } catch (InterruptedException e) { }"),
                        Duration.ofSeconds(1)),
                "start-slow");
    }

    @Test
    void aHandlerOfTheWrongKindIsRefused() {
        PluginJar jar = PluginJar.sample("kind")
                .source(
                        "sample.Ping",
                        "package sample; @org.pf4j.Extension public class Ping implements org.linli.plugin.Brand {}");
        refused(() -> open(jar), "start-wrong-type", "Ping", "Route");
    }

    @Test
    void noClassOfThePortalOrItsServerIsInReach() {
        PluginJar jar = PluginJar.sample("nosy")
                .route(
                        "Ping",
                        "try { Class.forName(\"org.linli.portal.platform.persistence.Sql\");"
                                + " return new Response.NotFound(); } catch (ClassNotFoundException e) {"
                                + " return new Response.Json(Data.EMPTY); }");
        OpenRelease open = open(jar);
        assertThat(open.release().handler("Ping", Route.class).handle(null, null))
                .isEqualTo(new Route.Response.Json(Data.EMPTY));
        open.close(Duration.ZERO);
    }

    @Test
    void callsUnderWayAreWaitedFor() throws InterruptedException {
        OpenRelease open = open(PluginJar.sample("drain"));
        LoadedRelease release = open.release();
        LoadedRelease.Lease lease = release.lease().orElseThrow();
        AtomicBoolean over = new AtomicBoolean();
        Thread ends = new Thread(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            over.set(true);
            lease.close();
            lease.close();
        });
        ends.start();
        long began = System.nanoTime();
        open.close(PATIENCE);
        assertThat(over).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
        assertThat(release.lease()).isEmpty();
        ends.join();
    }

    private static PluginJar withPlugin(String start) {
        return PluginJar.sample("hostile")
                .entry(
                        "META-INF/MANIFEST.MF",
                        "Plugin-Id: hostile\nPlugin-Version: 1.0.0\nPlugin-Class: sample.Start\n")
                .source(
                        "sample.Start",
                        "package sample; public class Start extends org.pf4j.Plugin { @Override public void start() { "
                                + start + " } }");
    }
}
