package org.linli.portal.orders;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.dispatch.Reason;

/** Why somebody was asked, as the dispatcher saw it; kept with the offer. */
final class ReasonsJson {
    private ReasonsJson() {}

    static String write(Ranked ranked) {
        JsonArrayBuilder reasons = Json.createArrayBuilder();
        for (Reason reason : ranked.reasons()) {
            JsonArrayBuilder arguments = Json.createArrayBuilder();
            reason.arguments().forEach(argument -> {
                if (argument instanceof Number number) {
                    arguments.add(number.longValue());
                } else {
                    arguments.add(argument.toString());
                }
            });
            reasons.add(Json.createObjectBuilder()
                    .add("code", reason.code())
                    .add("args", arguments)
                    .add("score", reason.score())
                    .add("against", reason.against()));
        }
        return reasons.build().toString();
    }

    static List<Reason> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(ReasonsJson::reason);
        }
    }

    private static Reason reason(JsonValue value) {
        JsonObject reason = value.asJsonObject();
        return new Reason(
                reason.getString("code"),
                reason.containsKey("args") ? reason.getJsonArray("args").getValuesAs(ReasonsJson::argument) : List.of(),
                reason.getInt("score", 0),
                reason.getBoolean("against", false));
    }

    private static Object argument(JsonValue value) {
        return value instanceof JsonNumber number ? (Object) number.longValue() : ((JsonString) value).getString();
    }
}
