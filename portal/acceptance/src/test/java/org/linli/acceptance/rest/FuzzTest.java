package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.ApiDocument;
import org.linli.acceptance.ApiDocument.Operation;
import org.linli.acceptance.Drill;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Every endpoint that the API document names, as every role, with what nobody should send. */
@Order(900)
class FuzzTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final List<String> ROLES = List.of(
            "resident",
            "volunteer",
            "dispatcher",
            "shopkeeper",
            "admin",
            "grid",
            "street",
            "auditor",
            "operator",
            "resident2");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "BREW");
    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "image/jpeg",
            "nonsense",
            "application/json;charset=utf-7");
    private static final List<String> LISTS = List.of(
            "orders?limit=20",
            "orders?scope=queue&limit=20",
            "tasks",
            "service-items",
            "reward-items",
            "redemptions",
            "people",
            "me/points-transactions",
            "notices",
            "teams",
            "activities",
            "activity-series",
            "org-units");
    private static final List<String> ETAGS =
            List.of("*", "\"v0\"", "\"v-1\"", "v1", "W/\"v1\"", "\"v99999999999999999999\"", "\"\"", "😀");
    private static final List<String> KEYS = List.of("x".repeat(81), "a b", "k", "ключ", "\t");

    private static final List<String> PAGE_PARAMETERS = List.of(
            "id",
            "order",
            "cursor",
            "next",
            "state",
            "q",
            "show",
            "again",
            "code",
            "placed",
            "unit",
            "community",
            "from",
            "to",
            "kind",
            "series",
            "mine",
            "person",
            "item",
            "back",
            "page");

    private static long seed;
    private static Nasty nasty;
    private static ApiDocument api;
    private static Map<String, Rest> callers;

    @BeforeAll
    static void begin() {
        seed = Long.getLong("linli.fuzz.seed", Drill.seed(20_261_122));
        System.out.println("fuzzing with -Dlinli.fuzz.seed=" + seed);
        nasty = new Nasty(seed);
        api = ApiDocument.of(PORTAL);
        callers = new LinkedHashMap<>();
        callers.put("nobody", Rest.nobody(PORTAL));
        ROLES.forEach(role -> callers.put(role, Secrets.rest(PORTAL, role)));
        for (Rest caller : callers.values()) {
            for (String list : LISTS) {
                Matcher ids = Pattern.compile("\"(?:\\w+I|i)d\":\"(\\d+)\"")
                        .matcher(caller.get(list).text());
                nasty.addRealIds(ids.results().map(id -> id.group(1)).limit(60).toList());
            }
        }
    }

    @Test
    void no_endpoint_fails_or_shows_its_inside_whatever_is_sent() {
        List<String> breaches = new ArrayList<>();
        int sent = 0;
        for (Operation operation : api.operations()) {
            for (Map.Entry<String, Rest> caller : callers.entrySet()) {
                for (int round = 0; round < Drill.rounds(6, 80); round++) {
                    sent++;
                    shoot(operation, caller.getKey(), caller.getValue()).ifPresent(breaches::add);
                }
            }
            // it may have ended the token that it was called with
            if (operation.path().contains("tokens")) {
                ROLES.forEach(role -> callers.put(role, Secrets.rest(PORTAL, role)));
            }
        }
        System.out.println(sent + " requests, " + breaches.size() + " breaches");
        assertThat(breaches.stream().distinct().limit(40)).as("seed %d", seed).isEmpty();
    }

    @Test
    void no_page_fails_or_shows_its_inside_whatever_is_asked() throws IOException {
        List<String> breaches = new ArrayList<>();
        Path webapp = RunningPortal.top().resolve("portal/app/src/main/webapp");
        List<String> pages;
        try (Stream<Path> files = Files.walk(webapp)) {
            pages = files.map(file -> webapp.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF"))
                    .toList();
        }
        for (String role :
                List.of("resident", "volunteer", "dispatcher", "shopkeeper", "admin", "street", "operator")) {
            String session = session(role);
            for (String page : pages) {
                for (int round = 0; round < Drill.rounds(2, 30); round++) {
                    String query = PAGE_PARAMETERS.stream()
                            .filter(name -> nasty.happens(0.5))
                            .map(name -> name + "=" + (nasty.happens(0.5) ? nasty.id() : nasty.query()))
                            .collect(Collectors.joining("&"));
                    Reply reply = Rest.nobody(PORTAL)
                            .call("GET", "/" + page + "?" + query)
                            .header("Cookie", session)
                            .header("Accept", "text/html")
                            .send();
                    // a page of its own for failures, asked for as such, says 200 or its own status
                    if (reply.status() >= 500 && !page.startsWith("errors/") || Manners.showsStack(reply)) {
                        breaches.add(role + " " + page + "?" + query + " → " + reply);
                    }
                }
            }
        }
        assertThat(breaches.stream().limit(20)).as("seed %d", seed).isEmpty();
    }

    /** The session cookie of a browser that remembers the person. */
    private static String session(String role) {
        Reply home = Rest.nobody(PORTAL)
                .call("GET", "/home.xhtml")
                .header("Cookie", "linli_remember=" + Secrets.cookie(PORTAL, role))
                .header("Accept", "text/html")
                .send()
                .expect(200);
        return home.headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID"))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void whatever_was_sent_the_invariants_hold() {
        Invariants.hold(PORTAL);
    }

    @Test
    void unknown_paths_are_problems_too() {
        List<String> breaches = new ArrayList<>();
        for (String path : List.of("", "nothing", "orders/1/nothing", "%00", "a/b/c", ";x", "orders//1")) {
            for (Rest caller : callers.values()) {
                Reply reply = caller.get(path);
                Manners.breach(reply).ifPresent(breach -> breaches.add("GET " + path + ": " + breach + " " + reply));
                assertThat(reply.status()).as(path).isGreaterThanOrEqualTo(400);
            }
        }
        assertThat(breaches).isEmpty();
    }

    private Optional<String> shoot(Operation operation, String name, Rest caller) {
        String path = Pattern.compile("\\{[^}]+}")
                        .matcher(operation.path())
                        .replaceAll(parameter -> Matcher.quoteReplacement(nasty.id()))
                + query(operation);
        String method = nasty.happens(0.08) ? nasty.oneOf(METHODS) : operation.method();
        Rest.Call call = caller.call(method, path);
        String body = nasty.happens(0.95) ? body(operation, call) : "";
        headers(call);
        try {
            Reply reply = call.send();
            if (method.equals("HEAD") && reply.status() < 500) {
                return Optional.empty();
            }
            return Manners.breach(reply)
                    .or(() -> method.equals(operation.method()) ? undocumented(operation, reply) : Optional.empty())
                    .map(breach -> breach + ": " + name + " " + operation + " as " + method + " " + path + " "
                            + (body.length() > 300 ? body.substring(0, 300) + "…" : body) + " → " + reply);
        } catch (java.io.UncheckedIOException e) {
            return Optional.of("no answer: " + name + " " + method + " " + path + " " + e.getMessage());
        }
    }

    /** 406 and what the server refuses before there is an operation are everybody's. */
    private static Optional<String> undocumented(Operation operation, Reply reply) {
        boolean common =
                reply.status() == 406 || reply.status() == 405 || reply.text().isEmpty();
        return common || operation.json().getJsonObject("responses").containsKey(Integer.toString(reply.status()))
                ? Optional.empty()
                : Optional.of("a status that is not documented");
    }

    private static String query(Operation operation) {
        List<String> parts = new ArrayList<>();
        for (String name : operation.queryParameters()) {
            if (nasty.happens(0.7)) {
                parts.add(name + "=" + nasty.query());
            }
        }
        if (nasty.happens(0.1)) {
            parts.add("cursor=" + nasty.query() + "&limit=" + nasty.query());
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String body(Operation operation, Rest.Call call) {
        if (operation.method().equals("GET") && nasty.happens(0.99)) {
            return "";
        }
        JsonObject schema = operation.bodySchema();
        if (schema == null || nasty.happens(0.3)) {
            String text = nasty.noJson();
            call.json(text);
            return text;
        }
        JsonObject spoilt = nasty.spoilt(api, schema);
        if (nasty.happens(0.05)) {
            call.bytes(nasty.oneOf(MEDIA_TYPES), spoilt.toString().getBytes(java.nio.charset.StandardCharsets.UTF_16));
        } else {
            call.json(spoilt.toString());
        }
        return spoilt.toString();
    }

    private static void headers(Rest.Call call) {
        if (nasty.happens(0.3)) {
            call.header("If-Match", ascii(nasty.oneOf(ETAGS)));
        }
        if (nasty.happens(0.2)) {
            call.header("Idempotency-Key", ascii(nasty.oneOf(KEYS)));
        }
        if (nasty.happens(0.1)) {
            call.header("Accept-Language", nasty.oneOf(List.of("en", "zh-CN", "xx", ";;;", "*;q=9", "-")));
        }
        if (nasty.happens(0.05)) {
            call.header("Accept", nasty.oneOf(List.of("text/html", "image/png", "nonsense", "*/*", "application/xml")));
        }
    }

    /** Java's client sends only ASCII in headers. */
    private static String ascii(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f) ? text : "?";
    }
}
