package org.linli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BrandCommandTest {
    private static final String RELEASES = """
            {"items":[
              {"id":"2","brandId":"watch","version":"1.1.0","status":"VERIFIED","publisher":"linli"},
              {"id":"1","brandId":"watch","version":"1.0.0","status":"ACTIVE","publisher":"linli"}]}
            """;

    @TempDir
    Path directory;

    private final List<String> received = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer portal;
    private int status = 200;
    private String answer = RELEASES;

    @BeforeEach
    void startAPortal() throws IOException {
        Files.writeString(directory.resolve("operator.token"), "secret-token\n");
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/api/v1/", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath().substring("/api/v1/".length()) + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Linli-Signature") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        portal.start();
    }

    @AfterEach
    void stopThePortal() {
        portal.stop(0);
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of("brand"));
        all.addAll(List.of(arguments));
        all.add("--url=http://127.0.0.1:" + portal.getAddress().getPort());
        all.add("--home=" + directory);
        return run(all);
    }

    private int run(List<String> arguments) {
        CommandLine line = Linli.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments.toArray(new String[0]));
    }

    @Test
    void releasesAreListed() {
        assertThat(execute("list")).isZero();
        assertThat(out.toString()).contains("watch", "1.1.0", "VERIFIED", "1.0.0", "ACTIVE");
        assertThat(received).containsExactly("GET brand-releases Bearer secret-token null ");
    }

    @Test
    void theNewestReleaseIsActivatedUnlessOneIsNamed() {
        assertThat(execute("activate", "watch")).isZero();
        assertThat(execute("activate", "watch", "1.0.0")).isZero();
        assertThat(execute("activate", "watch", "9.0.0")).isEqualTo(2);
        assertThat(received).anyMatch(line -> line.startsWith("POST brand-releases/2/activate"));
        assertThat(received).anyMatch(line -> line.startsWith("POST brand-releases/1/activate"));
    }

    @Test
    void theReleaseThatWorksIsRolledBack() {
        assertThat(execute("rollback", "watch")).isZero();
        assertThat(received).anyMatch(line -> line.startsWith("POST brand-releases/1/roll-back"));
    }

    @Test
    void aJarIsSignedAndSentWithItsSignature() throws Exception {
        Path jar = Files.writeString(directory.resolve("watch.jar"), "the jar");
        Path key = directory.resolve("publisher.key");
        assertThat(run(List.of("brand", "keygen", key.toString()))).isZero();
        String publicKey = out.toString().strip();
        assertThat(run(List.of("brand", "sign", jar.toString(), "--key", key.toString())))
                .isZero();
        String signature = Files.readString(directory.resolve("watch.jar.sig")).strip();
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
        check.update("the jar".getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(Base64.getDecoder().decode(signature))).isTrue();
        answer = "{\"id\":\"7\",\"brandId\":\"watch\",\"version\":\"1.2.0\",\"status\":\"VERIFIED\"}";
        assertThat(execute("install", jar.toString())).isZero();
        assertThat(received)
                .containsExactly(
                        "POST brand-releases Bearer secret-token " + signature + " the jar",
                        "POST brand-releases/7/verify Bearer secret-token null {}");
    }

    @Test
    void aKeyIsNeverOverwritten() throws IOException {
        Path key = Files.writeString(directory.resolve("publisher.key"), "precious");
        assertThat(run(List.of("brand", "keygen", key.toString()))).isEqualTo(2);
        assertThat(key).hasContent("precious");
    }

    @Test
    void whatABrandNeedsIsShownBeforeItIsApproved() {
        answer =
                "{\"brandId\":\"watch\",\"state\":\"OFF\",\"needs\":[{\"code\":\"records\",\"meaning\":\"keep records\"}]}";
        assertThat(execute("enable", "watch", "--community", "5")).isEqualTo(2);
        assertThat(out.toString()).contains("records", "keep records", "--approve");
        assertThat(received).hasSize(1);
        assertThat(execute("enable", "watch", "--community", "5", "--approve")).isZero();
        assertThat(received.get(2))
                .contains("communities/5/brands/watch/enable")
                .endsWith("{\"needs\":[\"records\"]}");
    }

    @Test
    void aRefusalIsToldInThePortalsWords() {
        status = 409;
        answer = "{\"status\":409,\"detail\":\"Verify it \\u4e00 first.\",\"errors\":[]}";
        assertThat(execute("list")).isEqualTo(1);
        assertThat(err.toString()).contains("The portal says no (409): Verify it 一 first.");
    }

    @Test
    void whatARejectedReleaseLacksIsTold() throws IOException {
        Path jar = Files.writeString(directory.resolve("watch.jar"), "the jar");
        answer = "{\"id\":\"7\",\"status\":\"REJECTED\",\"reason\":\"It does not start.\"}";
        assertThat(execute("install", jar.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("It does not start.");
    }

    @Test
    void jsonIsReadWithAllItsKindsOfValues() {
        assertThat(JsonReader.read(" {\"a\":[1,true,null,\"x\\\"y\\n\"],\"b\":{}} "))
                .isEqualTo(Map.of("a", List.of("1", "true", "null", "x\"y\n"), "b", Map.of()));
    }
}
