package org.linli.brands.firepatrol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget.Field;
import org.linli.plugin.page.Widget.Field.Choice;
import org.linli.plugin.page.Widget.Field.Kind;

/** Inputs with their texts: label {@code field.<name>}, and {@code field.<name>.hint} where a hint is asked for. */
final class Fields {
    static final int MAX_REASON = 200;
    private static final int MAX_PHOTOS = 9;
    private final Context context;

    Fields(Context context) {
        this.context = context;
    }

    Field required(String name, Kind kind, @Nullable String value) {
        return Field.of(name, label(name), kind, true, value);
    }

    Field optional(String name, Kind kind, @Nullable String value) {
        return Field.of(name, label(name), kind, false, value);
    }

    Field hinted(String name, Kind kind, boolean required, @Nullable String value) {
        return new Field(name, label(name), context.text("field." + name + ".hint"), kind, required, value, List.of());
    }

    Field of(String name, Kind kind, boolean required, @Nullable String value, List<Choice> choices) {
        return new Field(name, label(name), "", kind, required, value, choices);
    }

    private String label(String name) {
        return context.text("field." + name);
    }

    /** What a form says about one of its inputs. */
    Problem wrong(String name, String textKey, String... arguments) {
        return new Problem(name, context.text(textKey, (Object[]) arguments));
    }

    /** Ids of the photos that were sent, at most nine; anything else was forged and is dropped. */
    static List<String> photos(Data body, String name) {
        return body.texts(name).stream()
                .filter(id -> id.matches("[0-9]{1,20}"))
                .distinct()
                .limit(MAX_PHOTOS)
                .toList();
    }

    /** What was typed, cut where the core would refuse it. */
    static String words(Data body, String name, int max) {
        String text = body.text(name).strip();
        return text.length() > max ? text.substring(0, max) : text;
    }

    /**
     * A number that was typed.
     *
     * @return -1 when it is none, or out of bounds
     */
    static int number(Data body, String name, int min, int max) {
        try {
            long number = body.number(name, -1);
            return number < min || number > max ? -1 : (int) number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
