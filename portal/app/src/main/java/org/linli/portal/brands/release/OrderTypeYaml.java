package org.linli.portal.brands.release;

import java.util.Arrays;
import java.util.List;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.Descriptor;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the types of orders of a descriptor. */
final class OrderTypeYaml {
    private static final String[] INPUTS =
            Arrays.stream(Widget.Field.Kind.values()).map(Enum::name).toArray(String[]::new);

    private OrderTypeYaml() {}

    static Descriptor.OrderType read(Node node) {
        YamlMap map = YamlMap.of(
                node,
                "code",
                "name",
                "category",
                "orderable",
                "confidential",
                "minutes",
                "rate",
                "skills",
                "risk",
                "checkIn",
                "due",
                "fields",
                "participants",
                "flow",
                "steps");
        List<String> flow = map.texts("flow", "DISPATCH", "ACCEPT", "SERVE", "REVIEW", "ASSESS");
        return new Descriptor.OrderType(
                map.code("code"),
                map.text("name"),
                map.text("category"),
                map.flag("orderable"),
                map.flag("confidential"),
                map.number("minutes", 60, 1, 24 * 60),
                map.number("rate", 0, 0, 10_000_000),
                map.texts("skills"),
                map.textOrNull("risk"),
                map.oneOf("checkIn", "none", "code", "none").equals("code"),
                map.duration("due"),
                map.list("fields", OrderTypeYaml::field),
                map.list("participants", DescriptorYaml::role),
                flow.isEmpty() ? List.of("DISPATCH", "ACCEPT", "SERVE", "REVIEW") : flow,
                map.list("steps", OrderTypeYaml::step));
    }

    private static Descriptor.Field field(Node node) {
        YamlMap map = YamlMap.of(node, "code", "name", "hint", "type", "required", "max", "ask", "choices");
        return new Descriptor.Field(
                map.text("code"),
                map.text("name"),
                map.textOrNull("hint"),
                map.oneOf("type", "string", "string", "integer", "number", "boolean", "array", "photos", "code"),
                map.flag("required"),
                map.number("max", 0, 1, 4000),
                map.oneOf("ask", "true", "true", "false").equals("true"),
                map.textsByKey("choices"));
    }

    private static Descriptor.Step step(Node node) {
        YamlMap map = YamlMap.of(node, "code", "name", "when", "by", "limit", "handler", "form", "outcomes");
        List<String> by = map.texts("by");
        if (by.isEmpty()) {
            throw map.wrong("missing-key", "by");
        }
        var outcomes = map.textsByKey("outcomes");
        if (outcomes.isEmpty() || !List.of("NEXT", "REOPEN", "CANCEL").containsAll(outcomes.values())) {
            throw map.bad("outcomes", "{passed: NEXT, failed: REOPEN, given-up: CANCEL}");
        }
        return new Descriptor.Step(
                map.code("code"),
                map.text("name"),
                map.oneOf("when", "", "IN_SERVICE", "COMPLETED"),
                by,
                map.duration("limit"),
                map.text("handler"),
                map.list("form", OrderTypeYaml::input),
                outcomes);
    }

    private static Descriptor.Input input(Node node) {
        YamlMap map = YamlMap.of(node, "name", "label", "kind", "required", "choices");
        return new Descriptor.Input(
                map.text("name"),
                map.text("label"),
                map.oneOf("kind", "TEXT", INPUTS),
                map.flag("required"),
                map.textsByKey("choices"));
    }
}
