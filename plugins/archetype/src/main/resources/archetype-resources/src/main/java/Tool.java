package ${package};

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;

/**
 * A tool, kept as a record of the kind {@code tool}.
 *
 * @param key of the record; it travels with the form, so that a form sent twice registers one tool
 * @param place id of the grid where it is kept
 */
record Tool(String key, String name, String place) {
    static final String KIND = "tool";
    static final int MAX_NAME = 60;

    static List<Tool> all(Context context) {
        return context.records().list(KIND, 0, 200).stream()
                .map(record -> new Tool(
                        record.key(), record.data().text("name"), record.data().text("place")))
                .toList();
    }

    Effect put() {
        return new Effect.PutRecord(KIND, key, Data.of("name", name, "place", place), Effect.ANY);
    }
}
