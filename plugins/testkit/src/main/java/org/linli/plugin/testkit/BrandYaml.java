package org.linli.plugin.testkit;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.testkit.BrandDescriptor.ActivityKind;
import org.linli.plugin.testkit.BrandDescriptor.Automatic;
import org.linli.plugin.testkit.BrandDescriptor.Entry;
import org.linli.plugin.testkit.BrandDescriptor.Field;
import org.linli.plugin.testkit.BrandDescriptor.Input;
import org.linli.plugin.testkit.BrandDescriptor.Named;
import org.linli.plugin.testkit.BrandDescriptor.OrderType;
import org.linli.plugin.testkit.BrandDescriptor.RecordKind;
import org.linli.plugin.testkit.BrandDescriptor.Ruling;
import org.linli.plugin.testkit.BrandDescriptor.Step;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads {@code brand.yaml} as strictly as the portal does: no unknown key, no key twice, no reference cycle. */
final class BrandYaml {
    private BrandYaml() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException with the place of what is wrong
     */
    static BrandDescriptor read(String yaml) {
        YamlMap root = new YamlMap("brand", parse(yaml));
        List<String> needs = new ArrayList<>();
        int pointsPerDay = 0;
        for (Object need : root.anything("needs")) {
            if (need instanceof String permission) {
                needs.add(permission);
            } else {
                YamlMap bound = new YamlMap("brand.needs", need);
                pointsPerDay = bound.number("points", 0);
                bound.done();
                needs.add("points");
            }
        }
        BrandDescriptor descriptor = new BrandDescriptor(
                root.text("id"),
                root.text("version"),
                root.number("api", 0),
                root.text("publisher"),
                root.text("name"),
                root.text("summary"),
                root.text("icon"),
                root.textOr("brand", null),
                List.copyOf(needs),
                pointsPerDay,
                root.each("roles", BrandYaml::named),
                root.each("orderTypes", BrandYaml::orderType),
                root.each(
                        "activities",
                        a -> new ActivityKind(a.text("code"), a.text("name"), a.flag("signUp", false), a.texts("by"))),
                root.each("records", BrandYaml::recordKind),
                root.each("dispatch", d -> new Ruling(d.texts("types"), d.text("handler"))),
                root.each("points", p -> new Ruling(p.texts("facts"), p.text("handler"))),
                root.each(
                        "automations",
                        a -> new Automatic(a.text("name"), a.textOr("cron", null), a.texts("on"), a.text("handler"))),
                root.each("routes", BrandYaml::entry),
                root.textOr("settings", null));
        root.done();
        return descriptor;
    }

    /** A YAML or JSON document. */
    static @Nullable Object parse(String document) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        return new Load(settings).loadFromString(document);
    }

    private static Named named(YamlMap map) {
        return new Named(map.text("code"), map.text("name"));
    }

    private static OrderType orderType(YamlMap map) {
        // read and checked by the portal alone: the kit has neither prices nor checking in
        map.flag("confidential", false);
        map.number("rate", 0);
        map.texts("skills");
        map.textOr("checkIn", "none");
        String due = map.textOr("due", null);
        return new OrderType(
                map.text("code"),
                map.text("name"),
                map.text("category"),
                map.flag("orderable", false),
                map.number("minutes", 60),
                due == null ? null : Duration.parse(due),
                map.each(
                        "fields",
                        f -> new Field(
                                f.text("code"),
                                f.text("name"),
                                f.textOr("hint", null),
                                String.valueOf(f.textOr("type", "string")),
                                f.flag("required", false),
                                f.number("max", 0),
                                f.flag("ask", true),
                                f.pairs("choices"))),
                map.each("participants", BrandYaml::named),
                map.texts("flow"),
                map.each("steps", BrandYaml::step),
                map.textOr("risk", null));
    }

    private static Step step(YamlMap map) {
        String limit = map.textOr("limit", null);
        return new Step(
                map.text("code"),
                map.text("name"),
                map.text("when"),
                map.texts("by"),
                limit == null ? null : days(limit),
                map.text("handler"),
                map.each(
                        "form",
                        i -> new Input(
                                i.text("name"),
                                i.text("label"),
                                i.text("kind"),
                                i.flag("required", false),
                                i.pairs("choices"))),
                map.pairs("outcomes"));
    }

    private static Duration days(String iso) {
        return Duration.parse(iso.startsWith("PT") || iso.endsWith("D") ? iso : "bad " + iso);
    }

    private static RecordKind recordKind(YamlMap map) {
        String retain = map.textOr("retain", null);
        return new RecordKind(
                map.text("code"),
                map.number("schema", 0),
                map.texts("indexes"),
                map.texts("sealed"),
                map.texts("unseal"),
                retain == null ? null : Period.parse(retain));
    }

    private static Entry entry(YamlMap map) {
        return new Entry(
                map.text("slot"),
                map.text("path"),
                map.textOr("name", null),
                map.textOr("icon", null),
                map.texts("by"),
                map.flag("menu", false),
                map.text("handler"));
    }
}
