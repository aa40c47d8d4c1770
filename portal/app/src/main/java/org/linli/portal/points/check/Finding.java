package org.linli.portal.points.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.linli.portal.platform.json.JsonText;

/**
 * What a detector found; its words are {@code points.finding.<code>} with the arguments.
 *
 * @param code names the detector
 * @param arguments numbers and times that it saw, as texts, never somebody else's name
 */
public record Finding(String code, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(String code, Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(String.valueOf(argument));
        }
        return new Finding(code, texts);
    }

    static String toJson(List<Finding> findings) {
        JsonArrayBuilder all = JsonText.array();
        for (Finding finding : findings) {
            JsonArrayBuilder arguments = JsonText.array();
            finding.arguments.forEach(arguments::add);
            all.add(JsonText.object().add("code", finding.code).add("arguments", arguments));
        }
        return all.build().toString();
    }

    static List<Finding> ofJson(String json) {
        try (JsonReader reader = JsonText.reader(json)) {
            JsonArray all = reader.readArray();
            return all.getValuesAs(JsonObject.class).stream()
                    .map(finding -> new Finding(
                            finding.getString("code"),
                            finding.getJsonArray("arguments").getValuesAs(JsonString::getString)))
                    .toList();
        }
    }
}
