package org.linli.portal.brands.release;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.problem.DomainException;

/** Every text that a descriptor and its settings name must be there, in both languages. */
final class DescriptorTexts {
    private DescriptorTexts() {}

    static void require(Descriptor descriptor, ReleaseTexts texts) {
        Set<String> alone = texts.unpaired();
        if (!alone.isEmpty()) {
            throw DomainException.invalid("brands.texts-unpaired", some(alone));
        }
        Set<String> missing = new LinkedHashSet<>(keys(descriptor));
        missing.removeIf(texts::has);
        if (!missing.isEmpty()) {
            throw DomainException.invalid("brands.texts-missing", some(missing));
        }
    }

    private static String some(Set<String> keys) {
        return String.join(", ", keys.stream().limit(8).toList());
    }

    private static Set<String> keys(Descriptor descriptor) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(descriptor.name());
        keys.add(descriptor.summary());
        descriptor.roles().forEach(role -> keys.add(role.name()));
        descriptor.activities().forEach(kind -> keys.add(kind.name()));
        descriptor.routes().forEach(route -> add(keys, route.name()));
        for (Descriptor.OrderType type : descriptor.orderTypes()) {
            keys.add(type.name());
            add(keys, type.risk());
            type.fields().forEach(field -> addField(keys, field));
            type.participants().forEach(participant -> keys.add(participant.name()));
            type.steps().forEach(step -> addStep(keys, step));
        }
        addSettings(keys, descriptor.settings());
        return keys;
    }

    private static void addField(Set<String> keys, Descriptor.Field field) {
        keys.add(field.label());
        add(keys, field.hint());
        keys.addAll(field.choices().values());
    }

    private static void addStep(Set<String> keys, Descriptor.Step step) {
        keys.add(step.name());
        step.form().forEach(input -> {
            keys.add(input.label());
            keys.addAll(input.choices().values());
        });
    }

    /** {@code title} and {@code description} are keys; a value of an enum is {@code <title>.<value>}. */
    private static void addSettings(Set<String> keys, String schema) {
        if (schema.isEmpty()) {
            return;
        }
        Data properties = DataJson.read(schema).object("properties");
        for (String name : properties.keys()) {
            Data property = properties.object(name);
            String title = property.text("title");
            keys.add(title.isEmpty() ? name : title);
            if (property.has("description")) {
                keys.add(property.text("description"));
            }
            property.texts("enum").forEach(value -> keys.add(title + "." + value));
            property.object("items").texts("enum").forEach(value -> keys.add(title + "." + value));
        }
    }

    private static void add(Set<String> keys, @Nullable String key) {
        if (key != null) {
            keys.add(key);
        }
    }
}
