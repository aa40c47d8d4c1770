package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.Release.Status;

/**
 * The portal dies after each step of an install or an upgrade; a new one over the same database and home comes to exactly one
 * consistent release. What is committed is what a killed process leaves, so each step is left undone by not calling it.
 */
class CrashPointsTest {
    private static final BrandRef IN_A = new BrandRef("watch", ReleaseFixture.A);
    private static final List<String> TRIPPED = List.of("brands.tripped", "Ping", Long.toString(ReleaseFixture.A));

    @TempDir
    Path home;

    private ReleaseFixture portal;
    private ReleaseFixture.Node node;

    @BeforeEach
    void open() {
        portal = new ReleaseFixture(home);
        node = portal.node("one");
    }

    /** The same home, a new process. */
    private ReleaseFixture.Node restarted() {
        ReleaseFixture.Node again = portal.node("one");
        again.reconcile.onStart("started");
        return again;
    }

    private long active(String version) {
        Release release = node.install(PluginJar.sample("watch").version(version));
        node.work.activate(release.id());
        return release.id();
    }

    private void flip(long to) {
        long seen = portal.pointers.find("watch").map(Pointer::generation).orElse(0L);
        node.change.apply(new ReleaseSwitch.Change("watch", seen, to, 1L, List.of()));
    }

    @Test
    void duringTheUploadNothingIsLeft() {
        assertThatThrownBy(() -> portal.transactions.run(() -> {
                    node.upload(PluginJar.sample("watch"));
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");
        assertThat(portal.sql.number("SELECT COUNT(*) FROM brand_release")).isZero();
        assertThat(portal.sql.number("SELECT COUNT(*) FROM brand_jar")).isZero();
        assertThat(restarted().running("watch")).isEqualTo("none");
    }

    @Test
    void afterTheUploadItIsStagedAndCanBeVerified() {
        long id = node.upload(PluginJar.sample("watch")).id();
        ReleaseFixture.Node again = restarted();
        assertThat(again.running("watch")).isEqualTo("none");
        assertThat(again.work.verify(id).status()).isEqualTo(Status.VERIFIED);
    }

    @Test
    void afterTheProbeItIsStagedStill() {
        Release staged = node.upload(PluginJar.sample("watch"));
        node.loaded.jar(staged);
        assertThat(restarted().desk.get(staged.id()).status()).isEqualTo(Status.STAGED);
    }

    @Test
    void duringTheFlipTheOldReleaseWorks() {
        active("1.0.0");
        Release next = node.install(PluginJar.sample("watch").version("2.0.0"));
        assertThatThrownBy(() -> portal.transactions.run(() -> {
                    flip(next.id());
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");
        assertThat(portal.activeVersion("watch")).isEqualTo("1.0.0");
        assertThat(restarted().running("watch")).isEqualTo("1.0.0");
    }

    @Test
    void afterTheFlipTheNewReleaseWorks() {
        active("1.0.0");
        flip(node.install(PluginJar.sample("watch").version("2.0.0")).id());
        assertThat(portal.activeVersion("watch")).isEqualTo("2.0.0");
        assertThat(restarted().running("watch")).isEqualTo("2.0.0");
    }

    @Test
    void whileTheJarIsWrittenToTheDiskItIsWrittenAgain() throws IOException {
        active("1.0.0");
        Release next = node.install(PluginJar.sample("watch").version("2.0.0"));
        flip(next.id());
        Path jar = home.resolve("one").resolve(next.sha256() + ".jar");
        Files.write(jar, new byte[] {1, 2, 3});
        Files.write(home.resolve("one").resolve("half1.tmp"), new byte[] {1});
        assertThat(restarted().running("watch")).isEqualTo("2.0.0");
        assertThat(JarCache.sha256(Files.readAllBytes(jar))).isEqualTo(next.sha256());
        assertThat(home.resolve("one").resolve("half1.tmp")).doesNotExist();
    }

    @Test
    void onceWhileItStartsItIsStartedAgain() {
        active("1.0.0");
        Release next = node.install(PluginJar.sample("watch").version("2.0.0"));
        flip(next.id());
        portal.nodes.beginStart(next.id(), node.loaded.node());
        assertThat(restarted().running("watch")).isEqualTo("2.0.0");
        assertThat(portal.sql.number("SELECT COUNT(*) FROM brand_start")).isZero();
    }

    @Test
    void twiceWhileItStartsItIsQuarantined() {
        active("1.0.0");
        Release next = node.install(PluginJar.sample("watch").version("2.0.0"));
        flip(next.id());
        portal.nodes.beginStart(next.id(), node.loaded.node());
        portal.nodes.beginStart(next.id(), node.loaded.node());
        ReleaseFixture.Node again = restarted();
        again.reconcile.run();
        assertThat(again.running("watch")).isEqualTo("1.0.0");
        assertThat(portal.activeVersion("watch")).isEqualTo("1.0.0");
        assertThat(again.desk.get(next.id()).reason()).containsExactly("brands.quarantined");
    }

    @Test
    void theOnlyReleaseIsQuarantinedToNone() {
        Release only = node.install(PluginJar.sample("watch"));
        flip(only.id());
        portal.nodes.beginStart(only.id(), node.loaded.node());
        portal.nodes.beginStart(only.id(), node.loaded.node());
        ReleaseFixture.Node again = restarted();
        again.reconcile.run();
        assertThat(again.running("watch")).isEqualTo("none");
        assertThat(portal.activeVersion("watch")).isEqualTo("none");
    }

    @Test
    void afterItStartedItWorks() {
        active("1.0.0");
        active("2.0.0");
        assertThat(restarted().running("watch")).isEqualTo("2.0.0");
    }

    @Test
    void duringTheWayBackOneOfBothWorks() {
        active("1.0.0");
        active("2.0.0");
        assertThatThrownBy(() -> portal.transactions.run(() -> {
                    node.health.trip(IN_A, TRIPPED);
                    throw new IllegalStateException("killed");
                }))
                .hasMessageContaining("killed");
        assertThat(restarted().running("watch")).isEqualTo("2.0.0");
        node.health.trip(IN_A, TRIPPED);
        assertThat(restarted().running("watch")).isEqualTo("1.0.0");
        assertThat(portal.activeVersion("watch")).isEqualTo("1.0.0");
    }

    @Test
    void inSafeModeNothingIsLoadedAndTheWayBackIsOpen() {
        active("1.0.0");
        long second = active("2.0.0");
        ReleaseFixture.Node safe = portal.node("one");
        Reconcile reconcile = new Reconcile(
                portal.pointers, portal.releases, portal.nodes, safe.health, safe.loaded, portal.clock, "off");
        reconcile.onStart("started");
        assertThat(safe.running("watch")).isEqualTo("none");
        new ReleaseWork(safe.desk, portal.releases, safe.change, safe.loaded, reconcile).rollBack(second);
        assertThat(safe.running("watch")).isEqualTo("none");
        assertThat(restarted().running("watch")).isEqualTo("1.0.0");
    }
}
