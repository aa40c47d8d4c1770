package org.linli.portal.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.linli.portal.demo.People.Volunteer;
import org.linli.portal.demo.Tree.Node;

/** Why a volunteer was asked, as the dispatcher saw it: the codes of dispatch.reason.* with arguments and score. */
final class OfferReasons {
    /** Each call of Json looks for a provider; the factory has found it. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final int NEAR = 35;
    private static final int FREE = 25;
    private static final int NO_JOBS = 15;
    private static final int USUAL = 12;
    private static final int FAR_METRES = 2_000;

    private OfferReasons() {}

    static String of(OrderRequest request, Volunteer volunteer) {
        JsonArrayBuilder reasons = JSON.createArrayBuilder();
        Node place = request.principal().home();
        Node home = volunteer.person().home();
        if (place.equals(home)) {
            reasons.add(reason("same-place", NEAR, List.of()));
        } else {
            int metres = (int) Math.hypot(
                    place.unit().east() - home.unit().east(),
                    place.unit().north() - home.unit().north());
            int rounded = Math.max(100, Math.round(metres / 100f) * 100);
            int score = Math.max(1, Math.round(NEAR * (1 - (float) metres / FAR_METRES)));
            reasons.add(reason("metres", score, List.of(rounded)));
        }
        reasons.add(reason("free", FREE, List.of()));
        reasons.add(reason("no-jobs", NO_JOBS, List.of()));
        reasons.add(reason("served-usual", USUAL, List.of()));
        if (!request.entry().item().skills().isEmpty()) {
            reasons.add(reason("skills", 0, List.of()));
        }
        return reasons.build().toString();
    }

    private static JsonObjectBuilder reason(String code, int score, List<Integer> arguments) {
        JsonArrayBuilder numbers = JSON.createArrayBuilder();
        arguments.forEach(numbers::add);
        return JSON.createObjectBuilder()
                .add("code", code)
                .add("args", numbers)
                .add("score", score)
                .add("against", false);
    }
}
