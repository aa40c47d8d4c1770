package org.linli.acceptance.brands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.acceptance.brands.BrandPortal.PORTAL;
import static org.linli.acceptance.brands.BrandPortal.RELEASES;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Secrets;
import org.linli.plugin.testkit.BrandJar;

/** What no honest release has is refused at the door, with what to do about it. */
@Order(909)
class HostileUploadTest {
    private static final String YAML = "META-INF/brand/brand.yaml";
    private static List<String> before;

    @BeforeAll
    static void remember() {
        BrandPortal.await();
        before = versions();
    }

    @AfterAll
    static void nothing_was_taken_in() {
        assertThat(versions()).isEqualTo(before);
        assertThat(RELEASES.active()).containsExactly(BrandPortal.BUNDLED);
    }

    private static List<String> versions() {
        return RELEASES.all().stream()
                .map(release -> release.getString("version"))
                .sorted()
                .toList();
    }

    static Stream<Arguments> hostile() {
        BrandJar jar = BrandPortal.release("3.0.0");
        byte[] some = ownClass();
        byte[] tooNew = some.clone();
        tooNew[7] = 65;
        return Stream.of(
                Arguments.of("brands.jar-broken", "this is no jar".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("brands.jar-broken", new byte[0]),
                Arguments.of("brands.jar-bomb", bytes(jar.with("big.bin", new byte[17 * 1024 * 1024]))),
                Arguments.of("brands.jar-path", bytes(jar.with("../../evil.sh", new byte[1]))),
                Arguments.of("brands.jar-path", bytes(jar.with("/etc/evil", new byte[1]))),
                Arguments.of("brands.jar-bundles", bytes(jar.with("org/linli/plugin/Brand.class", some))),
                Arguments.of(
                        "brands.jar-bundles",
                        bytes(jar.with("META-INF/versions/11/org/linli/plugin/Brand.class", some))),
                Arguments.of("brands.jar-too-new", bytes(jar.with("org/linli/brands/firepatrol/New.class", tooNew))),
                Arguments.of(
                        "brands.descriptor-unknown-key", bytes(jar.edit(YAML, yaml -> yaml + "\nbackdoor: true\n"))),
                Arguments.of("brands.jar-calls", bytes(exiting(jar))),
                Arguments.of("brands.jar-too-large", new byte[21 * 1024 * 1024]));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_jar_is_refused_with_a_remedy(String code, byte[] jar) {
        refused(RELEASES.upload(jar), code);
    }

    @Test
    void a_signature_must_be_there_and_fit() {
        byte[] jar = bytes(BrandPortal.release("3.0.1"));
        refused(RELEASES.uploadUnsigned(jar), "brands.unsigned");
        refused(RELEASES.upload(jar, "no Base64 ###"), "brands.bad-signature");
        refused(RELEASES.upload(jar, Releases.sign(Releases.newKeys(), jar)), "brands.bad-signature");
        byte[] changed = jar.clone();
        changed[changed.length / 2] ^= 1;
        String ofAnother = Releases.sign(Releases.newKeys(), changed);
        refused(RELEASES.upload(changed, ofAnother), "brands.bad-signature");
    }

    @Test
    void only_operators_bring_releases_in() {
        byte[] jar = bytes(BrandPortal.release("3.0.2"));
        for (String login : List.of("admin", "district", "resident")) {
            Secrets.rest(PORTAL, login)
                    .post("brand-releases")
                    .bytes(Releases.JAR, jar)
                    .send()
                    .expectProblem(403, "brands.operators-only");
        }
    }

    private static void refused(Reply reply, String code) {
        assertThat(reply.status()).as(reply.toString()).isBetween(400, 499);
        reply.expectProblem(reply.status(), code);
        String detail = reply.json().getString("detail");
        assertThat(detail).as(code + " says what to do").hasSizeGreaterThan(15).doesNotContain(code);
        assertThat(detail).containsPattern("[。.]$");
    }

    private static BrandJar exiting(BrandJar jar) {
        try {
            return jar.compile(
                    "org.linli.brands.firepatrol.Bye",
                    "package org.linli.brands.firepatrol; class Bye { void go() { System.exit(1); } }");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ownClass() {
        try (InputStream in = HostileUploadTest.class.getResourceAsStream("Rows.class")) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(BrandJar jar) {
        return Releases.bytes(jar);
    }
}
