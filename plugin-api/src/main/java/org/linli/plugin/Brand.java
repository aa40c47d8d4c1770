package org.linli.plugin;

import java.util.List;
import org.linli.plugin.effect.Effect;
import org.pf4j.ExtensionPoint;

/**
 * The brand as a whole: what it does when a community takes it up or lays it down, and how it reads what its earlier
 * releases wrote. Exactly one extension of a release implements it. Every method has a harmless default.
 */
public interface Brand extends ExtensionPoint {
    /**
     * A community switched the brand on, for the first time or again: seed what is missing. May be called again for the
     * same community; {@link Effect.PutRecord} with its key makes that harmless.
     */
    default List<Effect> onEnable(Context context) {
        return List.of();
    }

    /** A community switched the brand off. Its data stay; what is scheduled stops by itself. */
    default List<Effect> onDisable(Context context) {
        return List.of();
    }

    /**
     * Reads a record that was written with an earlier schema. Pure; called on every such read, so that an upgrade moves no
     * data and the release before can come back. It must keep the keys that the release before reads.
     *
     * @param kind of the record
     * @param schema the schema number that it was written with
     * @param data as it was written
     * @return the data as this release reads them
     */
    default Data upcast(String kind, int schema, Data data) {
        return data;
    }

    /** What is wrong with the settings beyond their JSON Schema; nothing when they may be saved. */
    default List<Problem> validateSettings(Context context, Data settings) {
        return List.of();
    }

    /**
     * Makes demonstration data for a community. Called once, only in a portal that runs with demo data, after
     * {@link #onEnable}. Instants in the past are allowed in these effects, there may be 2,000 of them, and nobody is
     * notified.
     */
    default List<Effect> demo(Context context) {
        return List.of();
    }
}
