package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Invariants;
import org.linli.acceptance.Reply;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** The journal from outside: published for all, exported for auditors, proved by an accountant's tool and by the portal. */
@Order(95)
class JournalTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();

    @TempDir
    Path directory;

    private final Rest nobody = Rest.nobody(PORTAL);
    private final Rest auditor = Secrets.rest(PORTAL, "auditor");
    private final String community = auditor.get("me").expect(200).json().getString("communityId");

    @Test
    void what_was_posted_is_sealed_soon_and_everybody_sees_the_head_move() throws InterruptedException {
        long before = seq();
        long person = Crowd.gather(PORTAL, "resident", 1).members().get(0).id();
        Secrets.rest(PORTAL, "admin")
                .post("points-awards")
                .body("personId", Long.toString(person), "points", "3.5", "reason", "帮邻居修好了门锁")
                .send()
                .expect(201);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (seq() == before && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        assertThat(seq()).isGreaterThan(before);
        assertThat(nobody.get("published-journals").expect(200).text()).contains(community);
        assertThat(auditor.get("journals/" + community)
                        .expect(200)
                        .json()
                        .getJsonNumber("sealed")
                        .longValue())
                .isGreaterThan(before);
        Invariants.hold(PORTAL);
    }

    @Test
    void the_portal_proves_its_own_journal() {
        JsonObject check = auditor.post("journals/" + community + "/checks")
                .send()
                .expect(201)
                .json();
        assertThat(check.getBoolean("whole")).as(check.toString()).isTrue();
        assertThat(check.getJsonNumber("entries").longValue()).isPositive();
    }

    @Test
    void an_export_names_nobody_and_an_accountants_tool_agrees_with_it() throws Exception {
        String lines = file(auditor, "/entries.jsonl").expect(200).text();
        assertThat(lines).startsWith("{\"entry\":{\"community\":\"" + community).doesNotContain("唐静", "name", "phone");
        Path book = directory.resolve("points.journal");
        Files.writeString(book, file(auditor, "/hledger.journal").expect(200).text());
        hledger(book, "check", "--strict");
        assertThat(hledger(book, "balance", "--no-total", "--depth", "1")).isEmpty();
    }

    @Test
    void an_export_is_lines_of_json_by_either_name_and_no_json_document() {
        for (String type : List.of("*/*", "application/x-ndjson", "application/jsonl", "application/json, */*;q=0.1")) {
            Reply lines = auditor.call("GET", "journals/" + community + "/entries.jsonl")
                    .header("Accept", type)
                    .send()
                    .expect(200);
            assertThat(lines.header("Content-Type"))
                    .as(type)
                    .startsWith(type.endsWith("jsonl") ? "application/jsonl" : "application/x-ndjson");
        }
        auditor.call("GET", "journals/" + community + "/entries.jsonl")
                .header("Accept", "application/json")
                .send()
                .expect(406);
    }

    @Test
    void only_those_who_audit_or_administer_the_community_take_it_out() {
        for (String path : List.of("", "/entries.jsonl", "/hledger.journal")) {
            file(nobody, path).expect(401);
            file(Secrets.rest(PORTAL, "resident"), path).expect(403);
            file(Secrets.rest(PORTAL, "resident2"), path).expect(404);
        }
        nobody.post("journals/" + community + "/checks").send().expect(401);
        nobody.get("published-journals/7").expect(404);
        nobody.get("published-journals/" + community + "?days=0").expect(400);
    }

    private Reply file(Rest who, String path) {
        return who.call("GET", "journals/" + community + path)
                .header("Accept", "*/*")
                .send();
    }

    private long seq() {
        JsonObject roots =
                nobody.get("published-journals/" + community).expect(200).json();
        JsonObject head = roots.getJsonObject("head");
        return head == null ? 0 : head.getJsonNumber("seq").longValue();
    }

    /** What it says; needs hledger, which {@code ./linli test} installs. */
    private List<String> hledger(Path book, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("hledger", "-f", book.toString()));
        command.addAll(List.of(arguments));
        Path answer = directory.resolve("answer");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(answer);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}
