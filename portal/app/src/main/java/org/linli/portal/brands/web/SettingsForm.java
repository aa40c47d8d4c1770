package org.linli.portal.brands.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.release.SettingsSchema;
import org.linli.portal.brands.web.SettingField.Kind;
import org.linli.portal.brands.web.SettingField.Option;
import org.linli.portal.platform.problem.Violations;

/** Makes a form of the JSON Schema of a brand's settings, and settings of what was typed into it. */
final class SettingsForm {
    private static final int LONG_ENOUGH = 2_000;

    private SettingsForm() {}

    /** How a form says things: texts of the brand, and the range of a number, either bound empty when there is none. */
    interface Words {
        String text(String key);

        String range(String minimum, String maximum);
    }

    /**
     * The inputs in the schema's order, filled in.
     *
     * @param schema empty for no settings
     */
    static List<SettingField> of(String schema, Data settings, Words words) {
        List<SettingField> fields = new ArrayList<>();
        if (!schema.isEmpty()) {
            Data root = DataJson.read(schema);
            Data properties = root.object("properties");
            Set<String> required = Set.copyOf(root.texts("required"));
            Data values = SettingsSchema.withDefaults(schema, settings);
            for (String name : properties.keys()) {
                SettingField field = field(name, properties.object(name), required.contains(name), words);
                fill(field, values);
                fields.add(field);
            }
        }
        return fields;
    }

    private static SettingField field(String name, Data property, boolean required, Words words) {
        String title = property.text("title");
        List<String> values =
                property.text("type").equals("array") ? property.object("items").texts("enum") : property.texts("enum");
        UnaryOperator<String> label = value -> title.isEmpty() ? value : words.text(title + "." + value);
        return new SettingField(
                name,
                kind(property),
                title.isEmpty() ? name : words.text(title),
                hint(property, words),
                required,
                (int) property.number("maxLength", LONG_ENOUGH),
                values.stream()
                        .map(value -> new Option(value, label.apply(value)))
                        .toList());
    }

    private static Kind kind(Data property) {
        return switch (property.text("type")) {
            case "boolean" -> Kind.SWITCH;
            case "integer", "number" -> Kind.NUMBER;
            case "array" -> Kind.CHOICES;
            default ->
                !property.texts("enum").isEmpty()
                        ? Kind.CHOICE
                        : property.text("format").equals("lines") ? Kind.LINES : Kind.TEXT;
        };
    }

    private static String hint(Data property, Words words) {
        String description = property.text("description");
        boolean bounded = property.has("minimum") || property.has("maximum");
        String said = description.isEmpty() ? "" : words.text(description);
        String range = bounded ? words.range(property.text("minimum"), property.text("maximum")) : "";
        return said + (said.isEmpty() || said.endsWith("。") || range.isEmpty() ? "" : " ") + range;
    }

    private static void fill(SettingField field, Data values) {
        switch (field.kind()) {
            case SWITCH -> field.setOn(values.flag(field.getName()));
            case CHOICES -> field.setChosen(values.texts(field.getName()));
            default -> field.setValue(values.text(field.getName()));
        }
    }

    /**
     * What was typed, as settings; whether they fit the schema is seen by whoever saves them.
     *
     * @throws org.linli.portal.platform.problem.DomainException 400 with the fields in which no number stands
     */
    static Data data(List<SettingField> fields) {
        Violations violations = new Violations();
        Data data = Data.EMPTY;
        for (SettingField field : fields) {
            data = data.with(field.getName(), value(field, violations));
        }
        violations.throwIfAny();
        return data;
    }

    private static @Nullable Object value(SettingField field, Violations violations) {
        String typed = field.getValue() == null ? "" : field.getValue().strip();
        return switch (field.kind()) {
            case SWITCH -> field.isOn();
            case CHOICES -> List.copyOf(field.getChosen());
            case NUMBER -> typed.isEmpty() ? null : number(field.getName(), typed, violations);
            case CHOICE -> typed.isEmpty() ? null : typed;
            case TEXT, LINES -> typed.isEmpty() && field.isRequired() ? null : typed.replace("\r\n", "\n");
        };
    }

    private static @Nullable Number number(String name, String typed, Violations violations) {
        try {
            BigDecimal number = new BigDecimal(typed);
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            return whole ? (Number) number.longValueExact() : (Number) number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            violations.check(false, name, "brands.setting-no-number");
            return null;
        }
    }
}
