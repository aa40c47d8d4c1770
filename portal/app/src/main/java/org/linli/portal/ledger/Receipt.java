package org.linli.portal.ledger;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.json.JsonText;

/**
 * Answers "why this amount?": the rule that made it and the facts that the rule looked at. It is kept with the
 * transaction for ever; its words are found when it is shown. As JSON: {@code {"rule":"service-time","edition":"1",
 * "rate":"1000","minutes":"75",…}}, every value a string.
 *
 * @param rule code of the rule
 * @param edition which edition of it
 * @param facts by name, in the rule's order; amounts are hundredths of a point
 */
public record Receipt(String rule, int edition, Map<String, String> facts) {
    private static final int MAX_LENGTH = 2000;
    private static final String RULE = "rule";
    private static final String EDITION = "edition";

    public Receipt {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A receipt of that rule without facts yet. */
    public static Receipt of(String rule, int edition) {
        return new Receipt(rule, edition, Map.of());
    }

    /** The same with one more fact. */
    public Receipt with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, String.valueOf(value));
        return new Receipt(rule, edition, more);
    }

    /** The fact of that name as text, empty when it has none. */
    public String text(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The fact of that name as a whole number, 0 when it has none. */
    public long number(String name) {
        String value = facts.get(name);
        return value == null ? 0 : Long.parseLong(value);
    }

    /** As it is kept, at most 2000 characters. */
    public String toJson() {
        JsonObjectBuilder json = JsonText.object().add(RULE, rule).add(EDITION, String.valueOf(edition));
        facts.forEach(json::add);
        String text = json.build().toString();
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a receipt of " + text.length() + " characters");
        }
        return text;
    }

    /** Reads what {@link #toJson} wrote; null stays null. */
    public static @Nullable Receipt ofJson(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = JsonText.reader(json)) {
            JsonObject object = reader.readObject();
            Map<String, String> facts = new LinkedHashMap<>();
            object.forEach(
                    (name, value) -> facts.put(name, value instanceof JsonString s ? s.getString() : value.toString()));
            String rule = facts.remove(RULE);
            String edition = facts.remove(EDITION);
            return new Receipt(rule == null ? "" : rule, edition == null ? 0 : Integer.parseInt(edition), facts);
        }
    }
}
