package org.linli.plugin.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.plugin.Data;

/** The settings' schema: one flat object, of which the portal makes the form. */
final class Settings {
    private static final List<String> KEYWORDS = List.of(
            "type",
            "title",
            "description",
            "default",
            "minimum",
            "maximum",
            "maxLength",
            "format",
            "items",
            "uniqueItems",
            "enum");
    private final Map<String, Data> properties = new LinkedHashMap<>();

    Settings(String json) {
        if (!(BrandYaml.parse(json) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("the settings' schema is not an object");
        }
        Data schema = Data.of(texts(map));
        if (!"object".equals(schema.text("type"))) {
            throw new IllegalArgumentException("the settings' schema describes no object");
        }
        schema.object("properties").map().forEach((name, property) -> properties.put(name, (Data) property));
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                texts.put(String.valueOf(key), value);
            }
        });
        return texts;
    }

    /** The settings with the defaults of those that are not set. */
    Data filled(Data set) {
        Data filled = set;
        for (var property : properties.entrySet()) {
            if (!set.has(property.getKey())) {
                filled = filled.with(
                        property.getKey(), property.getValue().get("default").orElse(null));
            }
        }
        return filled;
    }

    /** What does not fit the schema. */
    List<String> misfits(Data settings) {
        List<String> misfits = new ArrayList<>();
        settings.map().forEach((name, value) -> {
            Data property = properties.get(name);
            if (property == null) {
                misfits.add(name + " is unknown");
            } else if (!fits(property, value)) {
                misfits.add(name + " does not fit: " + value);
            }
        });
        return misfits;
    }

    private static boolean fits(Data property, Object value) {
        return switch (property.text("type")) {
            case "string" ->
                value instanceof String text && text.length() <= property.number("maxLength", Integer.MAX_VALUE);
            case "integer" ->
                value instanceof Long number
                        && number >= property.number("minimum", Long.MIN_VALUE)
                        && number <= property.number("maximum", Long.MAX_VALUE);
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" ->
                value instanceof List<?> list
                        && property.object("items").texts("enum").containsAll(list);
            default -> false;
        };
    }

    /** What is wrong with the schema itself. */
    List<String> problems(Texts texts) {
        List<String> problems = new ArrayList<>();
        properties.forEach((name, property) -> {
            property.keys().stream()
                    .filter(k -> !KEYWORDS.contains(k))
                    .forEach(k -> problems.add("setting " + name + ": unknown keyword " + k));
            if (!texts.has(property.text("title"))) {
                problems.add("setting " + name + ": no text " + property.text("title"));
            }
            if (property.has("description") && !texts.has(property.text("description"))) {
                problems.add("setting " + name + ": no text " + property.text("description"));
            }
            property.object("items").texts("enum").stream()
                    .map(value -> property.text("title") + "." + value)
                    .filter(key -> !texts.has(key))
                    .forEach(key -> problems.add("setting " + name + ": no text " + key));
            property.get("default")
                    .filter(value -> !fits(property, value))
                    .ifPresent(value -> problems.add("setting " + name + ": its default does not fit"));
        });
        return problems;
    }
}
