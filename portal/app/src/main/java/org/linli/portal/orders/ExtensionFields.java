package org.linli.portal.orders;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.problem.Violations;

/** Checks extension fields of an order against what its type declares. */
final class ExtensionFields {
    private static final int USUAL_LENGTH = 500;
    private static final int MOST_TEXTS = 50;

    /** A little less than the column holds. */
    private static final int MOST_BYTES = 60_000;

    private ExtensionFields() {}

    /**
     * Refuses what is unknown, missing, too long or of another type.
     *
     * @param type what is declared
     * @param fields what is given
     * @throws org.linli.portal.platform.problem.DomainException 400 with all fields at fault
     */
    static void check(Descriptor.OrderType type, Data fields) {
        Violations violations = new Violations();
        Set<String> unknown = new HashSet<>(fields.keys());
        for (Descriptor.Field field : type.fields()) {
            unknown.remove(field.name());
            Object value = fields.get(field.name()).orElse(null);
            if (field.required()) {
                violations.required(List.of().equals(value) ? null : value, field.name());
            }
            if (value != null) {
                check(violations, field, value);
            }
        }
        unknown.stream().sorted().forEach(name -> violations.check(false, name, "orders.unknown-field"));
        int size = DataJson.write(fields).getBytes(StandardCharsets.UTF_8).length;
        violations.check(size <= MOST_BYTES, "fields", "orders.fields-too-large", MOST_BYTES / 1000);
        violations.throwIfAny();
    }

    static int longest(Descriptor.Field field) {
        return field.max() > 0 ? field.max() : USUAL_LENGTH;
    }

    private static void check(Violations violations, Descriptor.Field field, Object value) {
        String name = field.name();
        int longest = longest(field);
        switch (field.type()) {
            case "integer" -> violations.check(value instanceof Long, name, "orders.field-not-integer");
            case "number" -> violations.check(value instanceof Number, name, "orders.field-not-number");
            case "boolean" -> violations.check(value instanceof Boolean, name, "orders.field-not-boolean");
            case "array", "photos" -> {
                boolean texts = value instanceof List<?> list
                        && list.size() <= MOST_TEXTS
                        && list.stream().allMatch(one -> one instanceof String text && text.length() <= longest);
                violations.check(texts, name, "orders.field-not-texts", MOST_TEXTS, longest);
                if (texts) {
                    violations.text(
                            String.join(
                                    "\n",
                                    ((List<?>) value)
                                            .stream().map(String::valueOf).toList()),
                            name,
                            MOST_BYTES);
                }
            }
            default -> {
                violations.check(value instanceof String, name, "orders.field-not-text");
                violations.text(value instanceof String text ? text : null, name, longest);
                boolean known = field.choices().isEmpty() || field.choices().containsKey(String.valueOf(value));
                violations.check(
                        known,
                        name,
                        "orders.unknown-choice",
                        String.join(", ", field.choices().keySet()));
            }
        }
    }
}
