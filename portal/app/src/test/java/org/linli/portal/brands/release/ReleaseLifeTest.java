package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.brands.release.DescriptorYamlTest.refused;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.Release.Status;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;

/** Releases on the real engine: from the upload to the way back. */
class ReleaseLifeTest {
    private static final BrandRef IN_A = new BrandRef("watch", ReleaseFixture.A);
    private static final List<String> TRIPPED = List.of("brands.tripped", "Ping", Long.toString(ReleaseFixture.A));

    private static final String THROWS = "throw new IllegalStateException(\"bad release\");";

    @TempDir
    Path home;

    private ReleaseFixture portal;
    private ReleaseFixture.Node node;

    @BeforeEach
    void open() {
        portal = new ReleaseFixture(home);
        node = portal.node("one");
    }

    @Test
    void aReleaseIsUploadedVerifiedAndActivated() {
        Release staged = node.upload(PluginJar.sample("watch"));
        assertThat(staged.status()).isEqualTo(Status.STAGED);
        assertThat(node.running("watch")).isEqualTo("none");
        assertThat(node.work.verify(staged.id()).status()).isEqualTo(Status.VERIFIED);
        assertThat(node.running("watch")).isEqualTo("none");
        assertThat(node.work.activate(staged.id()).status()).isEqualTo(Status.ACTIVE);
        assertThat(node.running("watch")).isEqualTo("1.0.0");
        assertThat(portal.nodes.of("watch")).singleElement().satisfies(report -> assertThat(report.state())
                .isEqualTo("RUNNING"));
    }

    @Test
    void theSameUploadTwiceIsOneReleaseAndAnotherOfThatVersionIsRefused() {
        Release first = node.install(PluginJar.sample("watch"));
        assertThat(node.upload(PluginJar.sample("watch")).id()).isEqualTo(first.id());
        refused(() -> node.upload(PluginJar.sample("watch").entry("more.txt", "x")), "version-taken");
    }

    @Test
    void aForgedSignatureIsRefusedBeforeTheJarIsOpened() {
        byte[] jar = PluginJar.sample("forged").bytes();
        byte[] noJar = {1, 2, 3};
        refused(() -> node.upload.accept(new ByteArrayInputStream(jar), null), "unsigned");
        refused(() -> node.upload.accept(new ByteArrayInputStream(noJar), portal.sign(jar)), "bad-signature");
        refused(() -> node.upload.accept(new ByteArrayInputStream(jar), "bm9uZQ=="), "bad-signature");
        jar[jar.length - 1] ^= 1;
        refused(
                () -> node.upload.accept(
                        new ByteArrayInputStream(jar),
                        portal.sign(PluginJar.sample("forged").bytes())),
                "bad-signature");
        assertThat(node.desk.list()).isEmpty();
    }

    @Test
    void aKeyThatWasEndedSignsNoMore() {
        KeyPair other = ReleaseFixture.newKeys();
        String encoded =
                java.util.Base64.getEncoder().encodeToString(other.getPublic().getEncoded());
        PublisherKeys.Key added = portal.publisherKeys.add("others", encoded);
        assertThat(added.fingerprint()).hasSize(16);
        portal.publisherKeys.list().forEach(key -> portal.publisherKeys.end(key.id()));
        refused(() -> node.upload(PluginJar.sample("ended")), "bad-signature");
        assertThat(portal.publisherKeys.list()).allMatch(key -> key.endedAt() != null);
    }

    @Test
    void whatOnePublisherPutInNoOtherReplaces() {
        node.install(PluginJar.sample("owned"));
        KeyPair keys = ReleaseFixture.newKeys();
        byte[] jar =
                PluginJar.sample("owned").version("1.1.0").publisher("others").bytes();
        portal.publisherKeys.add(
                "others",
                java.util.Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));

        refused(
                () -> node.upload.accept(new ByteArrayInputStream(jar), ReleaseFixture.sign(keys, jar)),
                "publisher-changed");
    }

    @Test
    void onlyOperatorsOfThePortalHandleReleases() {
        portal.caller.become(5, ReleaseFixture.A, Role.OPERATOR, Role.COMMUNITY_ADMIN);
        refused(() -> node.upload(PluginJar.sample("watch")), "operators-only");
        refused(() -> node.desk.list(), "operators-only");
    }

    @Test
    void aTooLargeJarIsRefused() {
        refused(
                () -> node.upload.accept(new ByteArrayInputStream(new byte[Upload.MAX_BYTES + 1]), "x"),
                "jar-too-large",
                "20");
    }

    @Test
    void whatDoesNotStartIsRejectedAtTheProbeAndTouchesNothing() {
        Release bad = node.install(startsWith("hang", "1.0.0", "while (true) { }"));
        assertThat(bad.status()).isEqualTo(Status.REJECTED);
        assertThat(bad.reason()).startsWith("brands.start-slow");
        refused(() -> node.work.activate(bad.id()), "not-verified");
    }

    @Test
    void whatStaysInMemoryIsRejectedAtTheProbe() {
        Release bad = node.install(startsWith(
                "leak",
                "1.0.0",
                "java.util.logging.Logger.getLogger(\"\").addHandler(new java.util.logging.ConsoleHandler() {"
                        + " @Override public void publish(java.util.logging.LogRecord r) { } });"));
        assertThat(bad.status()).isEqualTo(Status.REJECTED);
        assertThat(bad.reason()).containsExactly("brands.stays-loaded");
    }

    @Test
    void anUpgradeTakesThePlaceAndRollsBackByHand() {
        Release first = node.install(PluginJar.sample("watch"));
        node.work.activate(first.id());
        Release second = node.install(PluginJar.sample("watch").version("1.1.0"));
        node.work.activate(second.id());
        assertThat(node.running("watch")).isEqualTo("1.1.0");
        assertThat(node.desk.get(first.id()).status()).isEqualTo(Status.RETIRED);
        node.work.rollBack(second.id());
        assertThat(node.running("watch")).isEqualTo("1.0.0");
        assertThat(portal.activeVersion("watch")).isEqualTo("1.0.0");
        assertThat(node.registry.active("watch").orElseThrow().generation()).isEqualTo(3);
    }

    @Test
    void theOnlyReleaseRollsBackToNone() {
        Release only = node.install(PluginJar.sample("watch"));
        node.work.activate(only.id());
        node.work.rollBack(only.id());
        assertThat(node.running("watch")).isEqualTo("none");
        assertThat(portal.activeVersion("watch")).isEqualTo("none");
    }

    @Test
    void aBadStartAfterTheProbeRollsItselfBack() {
        node.work.activate(node.install(PluginJar.sample("watch")).id());
        // well at its first start, which is the probe, and bad at the second
        Path marker = home.resolve("started");
        Release bad = node.install(startsWith(
                "watch",
                "2.0.0",
                "java.io.File marker = new java.io.File(\"" + marker + "\"); try { if (!marker.createNewFile()) "
                        + THROWS + " } catch (java.io.IOException e) { throw new IllegalStateException(e); }"));
        assertThat(bad.status()).isEqualTo(Status.VERIFIED);
        refused(() -> node.work.activate(bad.id()), "start-failed");
        assertThat(node.desk.get(bad.id()).status()).isEqualTo(Status.REJECTED);
        node.reconcile.run();
        assertThat(node.running("watch")).isEqualTo("1.0.0");
        assertThat(portal.activeVersion("watch")).isEqualTo("1.0.0");
        assertThat(portal.sql.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'brands.switch-back'"))
                .isOne();
    }

    @Test
    void aTrippedBreakerTakesANewReleaseBackAndAnOldOneNot() {
        node.work.activate(node.install(PluginJar.sample("watch")).id());
        assertThat(node.health.trip(IN_A, TRIPPED)).isFalse();
        Release bad = node.install(PluginJar.sample("watch").version("2.0.0"));
        node.work.activate(bad.id());
        assertThat(node.health.trip(IN_A, TRIPPED)).isTrue();
        node.reconcile.run();
        assertThat(node.running("watch")).isEqualTo("1.0.0");
        assertThat(node.desk.get(bad.id()).reason()).startsWith("brands.tripped", "Ping");
        assertThat(node.health.trip(IN_A, TRIPPED)).isFalse();
    }

    @Test
    void twoRetiredReleasesAreKept() {
        for (int i = 0; i < 5; i++) {
            node.work.activate(node.install(PluginJar.sample("watch").version("1." + i + ".0"))
                    .id());
        }
        assertThat(node.desk.list()).extracting(Release::version).containsExactlyInAnyOrder("1.4.0", "1.3.0", "1.2.0");
        assertThat(portal.sql.number("SELECT COUNT(DISTINCT release_id) FROM brand_jar"))
                .isEqualTo(3);
    }

    @Test
    void anotherNodeFollowsByPolling() {
        ReleaseFixture.Node other = portal.node("two");
        node.work.activate(node.install(PluginJar.sample("watch")).id());
        assertThat(other.running("watch")).isEqualTo("none");
        other.reconcile.run();
        assertThat(other.running("watch")).isEqualTo("1.0.0");
        assertThat(portal.nodes.of("watch")).hasSize(2);
    }

    @Test
    void ofTwoNodesThatRaceOneActivates() {
        node.work.activate(node.install(PluginJar.sample("watch")).id());
        ReleaseFixture.Node other = portal.node("two");
        List<Release> next = new ArrayList<>();
        next.add(node.install(PluginJar.sample("watch").version("2.0.0")));
        next.add(other.install(PluginJar.sample("watch").version("3.0.0")));
        long seen = portal.pointers.find("watch").orElseThrow().generation();
        List<Throwable> failures = Race.of(2, i -> (i == 0 ? node : other)
                .change.apply(
                        new ReleaseSwitch.Change("watch", seen, next.get(i).id(), 1L, List.of())));
        assertThat(Race.winners(failures)).isOne();
        assertThat(failures.stream().filter(failure -> failure != null))
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(DomainException.class));
        node.reconcile.run();
        other.reconcile.run();
        assertThat(node.running("watch")).isEqualTo(other.running("watch")).isEqualTo(portal.activeVersion("watch"));
    }

    @Test
    void refusalsAreToldInWords() {
        Release bad = node.install(startsWith("hang", "1.0.0", THROWS));
        assertThat(new org.linli.portal.platform.i18n.Messages()
                        .text(
                                Locale.ENGLISH,
                                "brands.problem." + bad.reason().get(0).substring(7),
                                bad.reason().get(1)))
                .contains("bad release");
    }

    static PluginJar startsWith(String id, String version, String start) {
        return PluginJar.sample(id)
                .version(version)
                .entry(
                        "META-INF/MANIFEST.MF",
                        "Plugin-Id: " + id + "\nPlugin-Version: " + version + "\nPlugin-Class: sample.Start\n")
                .source(
                        "sample.Start",
                        "package sample; public class Start extends org.pf4j.Plugin { @Override public void start() { "
                                + start + " } }");
    }
}
