package org.linli.portal.orders.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.page.Widget.Field.Kind;
import org.linli.portal.brands.Descriptor.Field;

/** Fields of a brand's order as inputs of a form, and what a form sends as values of the fields. */
final class AskedValues {
    private static final int ONE_LINE = 200;

    private AskedValues() {}

    static Kind kind(Field field) {
        return switch (field.type()) {
            case "integer", "number" -> Kind.NUMBER;
            case "boolean" -> Kind.CHOICE;
            case "array" -> Kind.LONG_TEXT;
            case "photos" -> Kind.PHOTOS;
            default -> !field.choices().isEmpty() ? Kind.CHOICE : field.max() > ONE_LINE ? Kind.LONG_TEXT : Kind.TEXT;
        };
    }

    /** Of the types that are declared; what does not fit stays a text, so that it is refused with a word for its field. */
    static Data fields(List<Field> asked, Data typed) {
        Data fields = Data.EMPTY;
        for (Field field : asked) {
            fields = fields.with(field.name(), value(field, typed));
        }
        return fields;
    }

    private static @Nullable Object value(Field field, Data typed) {
        String text = typed.text(field.name());
        if (field.type().equals("photos")) {
            List<String> ids = typed.texts(field.name());
            return ids.isEmpty() ? null : ids;
        }
        if (text.isBlank()) {
            return null;
        }
        return switch (field.type()) {
            case "integer" -> text.matches("-?\\d{1,15}") ? (Object) Long.valueOf(text) : text;
            case "number" -> text.matches("-?\\d{1,15}(\\.\\d{1,9})?") ? (Object) Double.valueOf(text) : text;
            case "boolean" -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case "array" ->
                Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
            default -> text;
        };
    }

    /** The other way round. */
    static Data typed(List<Field> asked, Data fields) {
        Data typed = Data.EMPTY;
        for (Field field : asked) {
            Object value = fields.get(field.name()).orElse(null);
            if (value instanceof List<?> list && !field.type().equals("photos")) {
                value = String.join("\n", list.stream().map(String::valueOf).toList());
            }
            typed = typed.with(field.name(), value instanceof List<?> || value == null ? value : String.valueOf(value));
        }
        return typed;
    }
}
