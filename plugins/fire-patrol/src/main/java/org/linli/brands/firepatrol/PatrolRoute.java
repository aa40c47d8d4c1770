package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;

/**
 * A way through a grid, checkpoint by checkpoint; kept as a record of kind {@code route}.
 *
 * @param key of the record
 * @param name what the members call it
 * @param unitId the grid
 * @param checkpoints in the order of walking
 * @param last number of the checkpoint that was made last: a removed one's id is not given again
 * @param version of the record, 0 for a new one
 */
record PatrolRoute(String key, String name, String unitId, List<Checkpoint> checkpoints, long last, long version) {
    static final String KIND = "route";

    PatrolRoute {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * A place to stop at.
     *
     * @param id unique within the route, for ever
     * @param place in words
     * @param items codes of what to look at
     */
    record Checkpoint(String id, String place, List<String> items) {
        Checkpoint {
            items = List.copyOf(items);
        }

        private Data data() {
            return Data.of("id", id, "place", place, "items", items);
        }
    }

    static List<PatrolRoute> all(Context context) {
        return context.records().list(KIND, 0, 500).stream()
                .map(PatrolRoute::of)
                .toList();
    }

    static Optional<PatrolRoute> find(Context context, String key) {
        return context.records().find(KIND, key).map(PatrolRoute::of);
    }

    private static PatrolRoute of(Context.Record record) {
        List<Checkpoint> checkpoints = record.data().objects("checkpoints").stream()
                .map(c -> new Checkpoint(c.text("id"), c.text("place"), c.texts("items")))
                .toList();
        return new PatrolRoute(
                record.key(),
                record.data().text("name"),
                record.data().text("unit"),
                checkpoints,
                record.data().number("last"),
                record.version());
    }

    Optional<Checkpoint> checkpoint(String id) {
        return checkpoints.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** The same route with that checkpoint in that place of the order, from 1; it is moved there when it was elsewhere. */
    PatrolRoute with(Checkpoint checkpoint, int position) {
        List<Checkpoint> others = new ArrayList<>(without(checkpoint.id()).checkpoints());
        others.add(Math.max(0, Math.min(position - 1, others.size())), checkpoint);
        long number = Long.parseLong(checkpoint.id().substring(1));
        return new PatrolRoute(key, name, unitId, others, Math.max(last, number), version);
    }

    PatrolRoute without(String checkpointId) {
        List<Checkpoint> others =
                checkpoints.stream().filter(c -> !c.id().equals(checkpointId)).toList();
        return new PatrolRoute(key, name, unitId, others, last, version);
    }

    PatrolRoute named(String newName, String newUnit) {
        return new PatrolRoute(key, newName, newUnit, checkpoints, last, version);
    }

    /** A checkpoint's id that was not used yet. */
    String nextId() {
        return "c" + (last + 1);
    }

    /** Saves it, unless somebody else saved it meanwhile. */
    Effect.PutRecord save() {
        return new Effect.PutRecord(KIND, key, data(), version);
    }

    Data data() {
        return Data.of(
                "name",
                name,
                "unit",
                unitId,
                "checkpoints",
                checkpoints.stream().map(Checkpoint::data).toList(),
                "last",
                last);
    }
}
