package org.linli.brands.firepatrol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.page.Widget.Field.Choice;

/**
 * Something to look at on a round.
 *
 * @param code short and ASCII, part of keys
 * @param label in the language of the context; what a community added itself reads as it was typed
 */
record Item(String code, String label) {
    /** How many lines a community may add, and how long each may be. */
    static final int MAX_EXTRA = 20;

    static final int MAX_LABEL = 40;

    /** What the community looks at: what it ticked in the catalogue, and what it added. */
    static List<Item> all(Context context) {
        List<Item> items = new ArrayList<>();
        for (String code : context.settings().texts("items")) {
            items.add(new Item(code, context.text("item." + code)));
        }
        for (String line : extra(context.settings())) {
            items.add(new Item(codeOf(line), line));
        }
        return items;
    }

    static List<String> extra(Data settings) {
        return settings.text("extraItems")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** The item of that code, also one that the community looks at no more. */
    static Item of(Context context, String code) {
        Optional<Item> known =
                all(context).stream().filter(item -> item.code().equals(code)).findFirst();
        return known.orElseGet(() -> new Item(code, context.text(code.startsWith("x") ? "item.gone" : "item." + code)));
    }

    static List<Choice> choices(List<Item> items) {
        return items.stream().map(item -> new Choice(item.code(), item.label())).toList();
    }

    /** Stays the same while the line does, so that what was found under it keeps its place. */
    static String codeOf(String line) {
        CRC32 crc = new CRC32();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return "x" + Long.toHexString(crc.getValue());
    }
}
