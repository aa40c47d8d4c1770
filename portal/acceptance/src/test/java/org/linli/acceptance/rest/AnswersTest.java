package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;

/** What every answer says of itself, the early ones too. */
@Order(270)
class AnswersTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final Pattern STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"", Pattern.DOTALL);

    @Test
    void a_location_names_no_host() {
        Reply token = Rest.nobody(PORTAL)
                .post("tokens")
                .body("login", "resident", "password", "linli-demo")
                .send()
                .expect(201);
        assertThat(token.header("Location")).isEqualTo("/api/v1/tokens/" + token.id());
    }

    @Test
    void what_is_refused_at_the_door_has_its_headers_too() {
        for (String path : new String[] {"/api/v1/orders", "/home.xhtml", "/api/v1/application.wadl"}) {
            Reply reply = Rest.nobody(PORTAL).call("GET", path).send();
            assertThat(reply.status()).as(path).isIn(401, 302);
            assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(reply.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        }
    }

    @Test
    void a_body_that_is_broken_off_is_no_failure_of_the_portal() throws IOException {
        String begun =
                "POST /api/v1/tokens HTTP/1.1\r\nHost: " + PORTAL.address().getAuthority()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"login\":";
        Path log = PORTAL.home().resolve("logs/linli-0.log");
        long before = failures(log);
        try (Socket client =
                new Socket(PORTAL.address().getHost(), PORTAL.address().getPort())) {
            client.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().readAllBytes(); // until the portal has done with it
        }
        assertThat(failures(log)).isEqualTo(before);
    }

    private static long failures(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("unexpected failure")).count();
        }
    }

    @Test
    void a_form_that_no_script_has_touched_is_answered_as_any_other() {
        Reply page = Rest.nobody(PORTAL).call("GET", "/sign-in.xhtml").send().expect(200);
        String session = page.header("Set-Cookie").split(";", 2)[0];
        Matcher state = STATE.matcher(page.text());
        assertThat(state.find()).isTrue();
        String fields = "signIn=signIn&signIn:login=&signIn:password=&" + button(page) + "="
                + "&jakarta.faces.ViewState="
                + java.net.URLEncoder.encode(state.group(1), java.nio.charset.StandardCharsets.UTF_8);
        Reply again = Rest.nobody(PORTAL)
                .call("POST", "/sign-in.xhtml")
                .header("Cookie", session)
                .bytes("application/x-www-form-urlencoded", fields.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("signIn:login").contains("field-error");
        assertThat(again.header("Content-Security-Policy")).contains("nonce-");

        Reply foreign = Rest.nobody(PORTAL)
                .call("POST", "/sign-in.xhtml")
                .header("Cookie", session)
                .bytes(
                        "application/x-www-form-urlencoded",
                        (fields + "&primefaces.nonce=Zm9yZWlnbg==").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send();
        assertThat(foreign.status()).isEqualTo(302);
        assertThat(foreign.header("Location")).endsWith("/errors/expired.xhtml");
    }

    private static String button(Reply page) {
        Matcher button = Pattern.compile("<button[^>]*name=\"(signIn:[^\"]+)\"").matcher(page.text());
        assertThat(button.find()).isTrue();
        return button.group(1);
    }
}
