package org.linli.portal.orders;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Descriptor;

/** Makes the stages of a flow pack out of what a brand declares for an order type. */
final class BrandFlow {
    private static final List<String> STAFF = List.of("DISPATCHER", "COMMUNITY_ADMIN");
    private static final List<String> PLACERS =
            List.of("RESIDENT", "GRID_WORKER", "BUTLER", "DISPATCHER", "COMMUNITY_ADMIN");
    private static final int DAY = 1440;
    private static final int WEEK = 10_080;

    /** Who acts in a stage, how long it may take, and what happens then. */
    private record Usual(
            List<String> by,
            @Nullable Integer limit,
            @Nullable String then) {}

    private static final Map<String, Usual> USUAL = Map.of(
            "PLACE", new Usual(PLACERS, null, null),
            "TRIAGE", new Usual(STAFF, DAY, "ESCALATE"),
            "DISPATCH", new Usual(STAFF, DAY, "ESCALATE"),
            "ACCEPT", new Usual(List.of("VOLUNTEER"), DAY, "LAPSE"),
            "START", new Usual(List.of("VOLUNTEER"), DAY, "EXPIRE"),
            "SERVE", new Usual(List.of("VOLUNTEER"), WEEK, "ESCALATE"),
            "REVIEW", new Usual(List.of("RESIDENT"), WEEK, "REVIEW"),
            "ASSESS", new Usual(List.of("ASSESSOR"), 2 * WEEK, "CLOSE"));

    /** The order in which stages stand, whatever order the descriptor names them in. */
    private static final List<String> IN_ORDER =
            List.of("PLACE", "TRIAGE", "DISPATCH", "ACCEPT", "START", "SERVE", "REVIEW", "ASSESS");

    private BrandFlow() {}

    /** JSON as flow_pack keeps it; the same declaration always gives the same text. */
    static String stages(Descriptor.OrderType type) {
        JsonArrayBuilder stages = Json.createArrayBuilder();
        for (String stage : IN_ORDER) {
            if (stage.equals("PLACE")
                    || (stage.equals("START") ? type.checkIn() : type.flow().contains(stage))) {
                stages.add(stage(stage));
            }
        }
        return stages.build().toString();
    }

    private static JsonObjectBuilder stage(String name) {
        Usual usual = USUAL.get(name);
        if (usual == null) {
            throw new IllegalArgumentException("no such stage: " + name);
        }
        JsonArrayBuilder by = Json.createArrayBuilder();
        usual.by().forEach(by::add);
        JsonObjectBuilder stage = Json.createObjectBuilder().add("stage", name).add("by", by);
        if (usual.limit() != null && usual.then() != null) {
            stage.add("limitMinutes", usual.limit()).add("then", usual.then());
        }
        return stage;
    }
}
