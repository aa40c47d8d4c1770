package org.linli.portal.brands.release;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.problem.DomainException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code brand.yaml} (plugin-api/DESCRIPTOR.md). What it does not know is refused with the line. */
public final class DescriptorYaml {
    private static final int MAX_CHARACTERS = 100_000;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    static final Pattern VERSION = Pattern.compile("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}(-[0-9A-Za-z.-]{1,20})?");

    /** The one setting that names a file beside brand.yaml. */
    static final String SETTINGS_FILE = "settings.schema.json";

    private DescriptorYaml() {}

    /** Whether a brand may have that id: what comes from an address and is none need not be looked for. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Reads a descriptor.
     *
     * @param yaml the text of brand.yaml
     * @param settings the text of settings.schema.json, empty for none
     * @throws DomainException 400 with the line and what to write instead
     */
    public static Descriptor read(String yaml, String settings) {
        Descriptor descriptor = root(node(yaml), settings);
        DescriptorRules.require(descriptor);
        return descriptor;
    }

    private static Node node(String yaml) {
        LoadSettings options = LoadSettings.builder()
                .setLabel("brand.yaml")
                .setUseMarks(true)
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(10)
                .build();
        try {
            return new Compose(options)
                    .composeString(yaml)
                    .orElseThrow(() -> DomainException.invalid("brands.descriptor-empty"));
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> Integer.toString(mark.getLine() + 1))
                    .orElse("?");
            throw DomainException.invalid("brands.descriptor-no-yaml", line, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw DomainException.invalid("brands.descriptor-no-yaml", "?", String.valueOf(e.getMessage()));
        }
    }

    private static Descriptor root(Node node, String settings) {
        YamlMap map = YamlMap.of(
                node,
                "id",
                "version",
                "api",
                "publisher",
                "name",
                "summary",
                "icon",
                "brand",
                "needs",
                "roles",
                "orderTypes",
                "activities",
                "records",
                "dispatch",
                "points",
                "automations",
                "routes",
                "settings");
        requireSettings(map, settings);
        List<String> needs = new ArrayList<>();
        int pointsPerDay = needs(map, needs);
        return new Descriptor(
                map.text("id", ID, "night-watch"),
                map.text("version", VERSION, "1.2.0"),
                map.number("api", 0, 1, 99),
                map.code("publisher"),
                map.text("name"),
                map.text("summary"),
                map.code("icon"),
                map.textOrNull("brand"),
                needs,
                pointsPerDay,
                map.list("roles", DescriptorYaml::role),
                map.list("orderTypes", OrderTypeYaml::read),
                map.list("activities", DescriptorYaml::activity),
                map.list("records", DescriptorYaml::record),
                map.list("dispatch", DescriptorYaml::rule),
                map.list("points", DescriptorYaml::policy),
                map.list("automations", DescriptorYaml::automatic),
                map.list("routes", DescriptorYaml::route),
                settings);
    }

    private static void requireSettings(YamlMap map, String settings) {
        String file = map.textOrNull("settings");
        if (file != null && (!file.equals(SETTINGS_FILE) || settings.isBlank())) {
            throw map.bad("settings", "META-INF/brand/" + SETTINGS_FILE);
        }
        if (file == null && !settings.isBlank()) {
            throw map.wrong("missing-key", "settings");
        }
    }

    private static int needs(YamlMap map, List<String> needs) {
        int[] points = {0};
        map.list("needs", node -> {
            if (node instanceof MappingNode) {
                YamlMap bound = YamlMap.of(node, "points");
                points[0] = bound.number(bound.onlyKey(), 0, 1, 1_000_000);
                return needs.add("points");
            }
            return needs.add(YamlMap.scalar(node, "needs"));
        });
        if (!DescriptorRules.NEEDS.containsAll(needs) || (needs.contains("points") && points[0] == 0)) {
            throw map.bad("needs", String.join(", ", DescriptorRules.NEEDS) + ", points: 500");
        }
        return points[0];
    }

    static Descriptor.Role role(Node node) {
        YamlMap map = YamlMap.of(node, "code", "name");
        return new Descriptor.Role(map.code("code"), map.text("name"));
    }

    private static Descriptor.ActivityKind activity(Node node) {
        YamlMap map = YamlMap.of(node, "code", "name", "signUp", "by");
        return new Descriptor.ActivityKind(map.code("code"), map.text("name"), map.flag("signUp"), map.texts("by"));
    }

    private static Descriptor.RecordKind record(Node node) {
        YamlMap map = YamlMap.of(node, "code", "schema", "indexes", "sealed", "unseal", "retain");
        return new Descriptor.RecordKind(
                map.code("code"),
                map.number("schema", 1, 1, 10_000),
                map.texts("indexes"),
                map.texts("sealed"),
                map.texts("unseal"),
                map.period("retain"));
    }

    private static Descriptor.Rule rule(Node node) {
        YamlMap map = YamlMap.of(node, "types", "handler");
        return new Descriptor.Rule(map.texts("types"), map.text("handler"));
    }

    private static Descriptor.Policy policy(Node node) {
        YamlMap map = YamlMap.of(node, "facts", "handler");
        return new Descriptor.Policy(map.texts("facts"), map.text("handler"));
    }

    private static Descriptor.Automatic automatic(Node node) {
        YamlMap map = YamlMap.of(node, "name", "cron", "on", "handler");
        List<String> on = map.texts("on");
        String cron = map.textOrNull("cron");
        if ((cron == null) == on.isEmpty()) {
            throw map.wrong("cron-or-on");
        }
        if (cron != null && cron.strip().split("\\s+").length != 5) {
            throw map.bad("cron", "0 8 * * *");
        }
        return new Descriptor.Automatic(map.code("name"), cron, on, map.text("handler"));
    }

    private static Descriptor.Entry route(Node node) {
        YamlMap map = YamlMap.of(node, "slot", "path", "name", "icon", "by", "menu", "handler");
        String slot = map.oneOf("slot", "", "page", "rest", "card");
        if (!slot.equals("rest")) {
            map.text("name");
        }
        List<String> by = map.texts("by");
        if (by.isEmpty()) {
            throw map.wrong("missing-key", "by");
        }
        return new Descriptor.Entry(
                slot,
                map.code("path"),
                map.textOrNull("name"),
                map.textOrNull("icon"),
                by,
                map.flag("menu"),
                map.text("handler"));
    }
}
