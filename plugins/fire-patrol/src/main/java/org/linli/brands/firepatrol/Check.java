package org.linli.brands.firepatrol;

import java.time.Instant;
import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;

/**
 * What was seen at one checkpoint of one round; a record of kind {@code check}. Saved again it replaces what was seen before.
 *
 * @param roundId the activity
 * @param checkpointId of the route
 * @param results {@code ok}, {@code bad} or {@code na} by item
 * @param notes by item
 * @param photos upload ids by item
 * @param by who looked
 * @param at when
 */
record Check(String roundId, String checkpointId, Data results, Data notes, Data photos, String by, Instant at) {
    static final String KIND = "check";

    static Check of(Context.Record record) {
        Data data = record.data();
        return new Check(
                data.text("round"),
                data.text("checkpoint"),
                data.object("results"),
                data.object("notes"),
                data.object("photos"),
                data.text("by"),
                Instant.parse(data.text("at")));
    }

    List<String> failed() {
        return results.keys().stream()
                .filter(item -> results.text(item).equals("bad"))
                .toList();
    }

    Effect.PutRecord save() {
        Data data = Data.of(
                "round", roundId,
                "checkpoint", checkpointId,
                "results", results,
                "notes", notes,
                "photos", photos,
                "by", by,
                "at", at.toString());
        return new Effect.PutRecord(KIND, roundId + "." + checkpointId, data, Effect.ANY);
    }
}
