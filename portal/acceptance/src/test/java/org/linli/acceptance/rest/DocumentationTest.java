package org.linli.acceptance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.linli.acceptance.ApiDocument;
import org.linli.acceptance.ApiDocument.Operation;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;

/** What is written about the API is true and complete. */
@Order(50)
class DocumentationTest {
    private static final RunningPortal PORTAL = RunningPortal.shared();
    private static final Pattern CLASS_PATH =
            Pattern.compile("@Path\\(\"/?([^\"]*)\"\\)[^{;]*?public class", Pattern.DOTALL);
    private static final Pattern SCENARIO = Pattern.compile("```sh scenario\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_resource_of_the_source_is_in_the_document() throws IOException {
        TreeSet<String> documented = new TreeSet<>();
        ApiDocument.of(PORTAL).operations().forEach(operation -> documented.add(operation.path()));
        List<String> missing = new ArrayList<>();
        Path sources = RunningPortal.top().resolve("portal/app/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Resource.java")).toList()) {
                Matcher matcher = CLASS_PATH.matcher(Files.readString(file));
                if (matcher.find()) {
                    String path = "/api/v1/" + matcher.group(1).replaceAll("\\{(\\w+):[^}]*}", "{$1}");
                    if (documented.stream().noneMatch(known -> known.equals(path) || known.startsWith(path + "/"))) {
                        missing.add(path);
                    }
                }
            }
        }
        assertThat(documented).isNotEmpty();
        assertThat(missing).isEmpty();
    }

    @Test
    void every_operation_has_a_summary_a_tag_and_described_answers() {
        List<String> poor = new ArrayList<>();
        for (Operation operation : ApiDocument.of(PORTAL).operations()) {
            if (operation.summary().isBlank()) {
                poor.add(operation + " has no summary");
            }
            if (operation
                    .json()
                    .getOrDefault("tags", JsonValue.EMPTY_JSON_ARRAY)
                    .asJsonArray()
                    .isEmpty()) {
                poor.add(operation + " has no tag");
            }
            if (operation.json().getJsonObject("responses").isEmpty()) {
                poor.add(operation + " has no answers");
            }
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void every_operation_names_its_answers_and_what_is_in_them() {
        List<String> poor = new ArrayList<>();
        ApiDocument api = ApiDocument.of(PORTAL);
        for (Operation operation : api.operations()) {
            JsonObject answers = operation.json().getJsonObject("responses");
            if (answers.keySet().stream().filter(code -> code.startsWith("2")).count() != 1) {
                poor.add(operation + " does not say which success it answers");
            }
            if (!answers.containsKey("204") && !answers.toString().contains("\"schema\"")) {
                poor.add(operation + " does not say what it answers");
            }
            boolean open = operation.path().matches("/api/v1/(tokens|sign-ups.*|published-journals.*)")
                    && !operation.toString().equals("GET /api/v1/tokens");
            if (open == operation.json().containsKey("security")) {
                poor.add(operation + " is wrong about being signed in");
            }
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void every_schema_says_what_its_properties_are() {
        List<String> poor = new ArrayList<>();
        JsonObject schemas =
                ApiDocument.of(PORTAL).json().getJsonObject("components").getJsonObject("schemas");
        for (String name : schemas.keySet()) {
            JsonObject properties = schemas.getJsonObject(name).getJsonObject("properties");
            for (String property : properties.keySet()) {
                JsonObject schema = properties.getJsonObject(property);
                // what a brand defines is described in words
                boolean map = schema.containsKey("additionalProperties") || schema.containsKey("description");
                if (!schema.containsKey("$ref")
                        && !map
                        && schema.getString("type", "object").equals("object")) {
                    poor.add(name + "." + property + " may be anything");
                }
                if (schema.getString("type", "").equals("array") && !schema.containsKey("items")) {
                    poor.add(name + "." + property + " is a list of anything");
                }
            }
        }
        assertThat(poor).isEmpty();
        assertThat(schemas.getJsonObject("Problem").getJsonArray("required").toString())
                .contains("\"type\"", "\"code\"");
    }

    @Test
    void every_reference_leads_somewhere_and_every_path_parameter_is_declared() {
        ApiDocument api = ApiDocument.of(PORTAL);
        resolveAll(api, api.json());
        List<String> undeclared = new ArrayList<>();
        for (Operation operation : api.operations()) {
            Matcher names = Pattern.compile("\\{([^}]+)}").matcher(operation.path());
            String declared = operation.item().toString();
            while (names.find()) {
                if (!declared.contains("\"name\":\"" + names.group(1) + "\"")) {
                    undeclared.add(operation + " " + names.group(1));
                }
            }
        }
        assertThat(undeclared).isEmpty();
    }

    private static void resolveAll(ApiDocument api, JsonValue value) {
        if (value instanceof JsonObject object) {
            if (object.containsKey("$ref") && object.getString("$ref").contains("/schemas/")) {
                api.resolved(object);
            }
            object.values().forEach(child -> resolveAll(api, child));
        } else if (value instanceof JsonArray array) {
            array.forEach(child -> resolveAll(api, child));
        }
    }

    @Test
    void the_api_documentation_is_served_by_the_portal_itself() {
        Rest nobody = Rest.nobody(PORTAL);
        String page = nobody.call("GET", "/docs/index.html")
                .header("Accept", "text/html")
                .send()
                .expect(200)
                .text();
        assertThat(page).doesNotContain("https://").contains("swagger-ui");
        Matcher links = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(page);
        while (links.find()) {
            nobody.call("GET", URI.create("/docs/").resolve(links.group(1)).toString())
                    .header("Accept", "*/*")
                    .send()
                    .expect(200);
        }
    }

    @Test
    void the_scenario_of_the_readme_runs_as_it_stands() throws IOException, InterruptedException {
        Matcher block = SCENARIO.matcher(Files.readString(RunningPortal.top().resolve("README.md")));
        assertThat(block.find()).as("a block marked `sh scenario` in README.md").isTrue();
        Path script = Path.of("target", "scenario.sh").toAbsolutePath();
        Files.writeString(script, "set -euo pipefail\n" + block.group(1));
        Path output = Path.of("target", "scenario.log");
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                .directory(
                        Files.createDirectories(Path.of("target", "scenario")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().put("LINLI", PORTAL.address().toString().replaceAll("/$", ""));
        Process process = bash.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("CLOSED").contains("PICKED_UP");
    }
}
