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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportOrgCommandTest {

    @TempDir
    Path directory;

    private final List<String> received = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer portal;
    private int status = 200;
    private String answer = "{\"imported\":2}";
    private Path file;

    @BeforeEach
    void startAPortal() throws IOException {
        file = Files.writeString(directory.resolve("units.csv"), "code,parent,level,name\n1,,DISTRICT,龙生区\n");
        Files.writeString(directory.resolve("operator.token"), "secret-token\n");
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/api/v1/org-units/imports", exchange -> {
            received.add(exchange.getRequestMethod());
            received.add(exchange.getRequestHeaders().getFirst("Authorization"));
            received.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
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

    @Test
    void sendTheFileWithTheOperatorsTokenAndPrintTheResult() {
        assertThat(execute()).isZero();
        assertThat(received)
                .containsExactly(
                        "POST",
                        "Bearer secret-token",
                        "text/csv; charset=utf-8",
                        "code,parent,level,name\n1,,DISTRICT,龙生区\n");
        assertThat(out.toString()).contains("{\"imported\":2}");
    }

    @Test
    void printWhatThePortalSaysIfItRefuses() {
        status = 422;
        answer = "{\"detail\":\"line 2: unknown level\"}";
        assertThat(execute()).isEqualTo(1);
        assertThat(err.toString()).contains("HTTP 422", "line 2: unknown level");
    }

    @Test
    void sayWhatToDoIfTheTokenIsRefusedOrMissing() throws IOException {
        status = 401;
        assertThat(execute()).isEqualTo(1);
        assertThat(err.toString()).contains("LINLI_OPERATOR_TOKEN");

        Files.delete(directory.resolve("operator.token"));
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("no operator token");
    }

    @Test
    void sayThatNobodyAnswers() {
        portal.stop(0);
        assertThat(execute()).isEqualTo(1);
        assertThat(err.toString()).contains("does not answer");
    }

    @Test
    void sayWhatAnAddressLooksLike() {
        assertThat(execute("localhost:8080")).isEqualTo(2);
        assertThat(execute("http://my portal/")).isEqualTo(2);
        assertThat(err.toString()).contains("like http://");
    }

    private int execute() {
        return execute("http://127.0.0.1:" + portal.getAddress().getPort() + "/");
    }

    private int execute(String url) {
        CommandLine line = Linli.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute("import-org", file.toString(), "--url", url, "--home", directory.toString());
    }
}
