package org.linli.portal.orders;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.dispatch.Reason;
import org.linli.portal.platform.json.JsonText;

/** Why somebody was asked, as the dispatcher saw it; kept with the offer. */
final class ReasonsJson {
    private ReasonsJson() {}

    static String write(Ranked ranked) {
        JsonArrayBuilder reasons = JsonText.array();
        for (Reason reason : ranked.reasons()) {
            JsonArrayBuilder arguments = JsonText.array();
            reason.arguments().forEach(argument -> {
                if (argument instanceof Number number) {
                    arguments.add(number.longValue());
                } else {
                    arguments.add(argument.toString());
                }
            });
            reasons.add(JsonText.object()
                    .add("code", reason.code())
                    .add("args", arguments)
                    .add("score", reason.score())
                    .add("against", reason.against()));
        }
        return reasons.build().toString();
    }

    static List<Reason> read(String json) {
        try (JsonReader reader = JsonText.reader(json)) {
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
