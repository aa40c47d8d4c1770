package org.linli.portal.points.rule;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.linli.portal.platform.json.JsonText;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/** A rule as it is kept: the same rule is always the same text. */
final class RuleJson {
    private RuleJson() {}

    static String write(RuleBook book) {
        JsonObjectBuilder weights = JsonText.object();
        book.weights().forEach((grade, percent) -> weights.add(grade.name(), percent));
        JsonObjectBuilder bonuses = JsonText.object();
        book.bonuses().forEach((kind, amount) -> bonuses.add(kind.name(), amount));
        JsonArrayBuilder items = JsonText.array();
        book.items().forEach((id, item) -> {
            JsonObjectBuilder one = JsonText.object().add("id", id).add("difficulty", item.difficulty());
            if (item.rate() != null) {
                one.add("rate", item.rate());
            }
            items.add(one);
        });
        return JsonText.object()
                .add("dayCap", book.caps().day())
                .add("monthCap", book.caps().month())
                .add("minimumShare", book.minimumShare())
                .add("weights", weights)
                .add("bonuses", bonuses)
                .add("items", items)
                .build()
                .toString();
    }

    static RuleBook read(String json) {
        try (JsonReader reader = JsonText.reader(json)) {
            JsonObject all = reader.readObject();
            Map<Grade, Integer> weights = new EnumMap<>(Grade.class);
            all.getJsonObject("weights")
                    .forEach((name, percent) -> weights.put(Grade.valueOf(name), (int) number(percent)));
            Map<NominationKind, Long> bonuses = new EnumMap<>(NominationKind.class);
            all.getJsonObject("bonuses")
                    .forEach((name, amount) -> bonuses.put(NominationKind.valueOf(name), number(amount)));
            Map<Long, ItemRule> items = new HashMap<>();
            for (JsonObject item : all.getJsonArray("items").getValuesAs(JsonObject.class)) {
                Long rate = item.containsKey("rate") ? (Long) whole(item, "rate") : null;
                items.put(whole(item, "id"), new ItemRule(rate, item.getInt("difficulty")));
            }
            Caps caps = new Caps(whole(all, "dayCap"), whole(all, "monthCap"));
            return new RuleBook(items, weights, caps, all.getInt("minimumShare"), bonuses);
        }
    }

    private static long whole(JsonObject object, String name) {
        return object.getJsonNumber(name).longValueExact();
    }

    private static long number(JsonValue value) {
        return ((JsonNumber) value).longValueExact();
    }
}
