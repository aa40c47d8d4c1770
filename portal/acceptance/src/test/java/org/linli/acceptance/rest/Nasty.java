package org.linli.acceptance.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.linli.acceptance.ApiDocument;

/** Values that nobody expects, drawn at random from a seed. */
final class Nasty {
    private static final int HUGE = 300 * 1024;

    private static final List<String> IDS = List.of(
            "0",
            "-1",
            "1",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999999",
            "abc",
            "1.5",
            "%F0%9F%98%80",
            "%00",
            "%0d%0aX-Evil:1",
            "..%2F..%2Fetc%2Fpasswd",
            "1;x=1",
            "'%20OR%201=1--",
            "%20",
            "null",
            "0x10",
            "%C0%AF",
            "1%2F2",
            "+1",
            "%25s%25n",
            "NaN");

    private static final List<String> QUERY = List.of(
            "",
            "0",
            "-1",
            "101",
            "2147483648",
            "99999999999999999999999",
            "abc",
            "%F0%9F%98%80",
            "%00",
            "%ZZ".replace("%ZZ", "zz~"),
            "9223372036854775807",
            "-9223372036854775808",
            "'%20OR%201=1--",
            "%25",
            "2026-13-45",
            "true",
            "PLACED,NOPE",
            "zzzzzzzzzzzzz",
            "-zik0zj",
            "%C3%28",
            "a%0ab",
            "1e309");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "😀𬘡䶮",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m",
            "\u202egnp.exe",
            "﷽".repeat(40),
            "x".repeat(101),
            "字".repeat(2001),
            "-1",
            "0",
            "9223372036854775808",
            "1e400",
            "true",
            "null",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "'; DROP TABLE person; --",
            "${jndi:ldap://x}",
            "#{1+1}",
            "\\",
            "\"",
            "\n\r\t",
            "0000-00-00T00:00:00Z",
            "2026-02-30T10:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2026-11-22T10:00:00+08:00",
            "-12.5",
            "12.555",
            "1E5",
            "99999999999999999.99",
            "١٢٣",
            "\ufeff",
            "PLACED",
            "𠮷".repeat(300));

    private static final List<String> NO_JSON = List.of(
            "",
            "{",
            "}",
            "[",
            "nul",
            "\"",
            "{\"a\":}",
            "{\"a\":1,}",
            "{'a':1}",
            "\u0000",
            "{\"a\":1}{\"b\":2}",
            "undefined",
            "{\"a\":\"\\ud800\"}",
            "{\"\":\"\"}",
            "[]",
            "[1,2]",
            "\"text\"",
            "42",
            "null",
            "true",
            "{\"a\":01}",
            "<xml/>",
            "a=1&b=2",
            "[".repeat(5000),
            "{\"a\":".repeat(5000),
            "{\"a\":" + "9".repeat(5000) + "}");

    private final Random random;
    private final List<String> realIds = new ArrayList<>();

    Nasty(long seed) {
        this.random = new Random(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Adds ids that exist, so that what comes after the look-up is reached too. */
    void addRealIds(Collection<String> ids) {
        realIds.addAll(ids);
    }

    String id() {
        return !realIds.isEmpty() && happens(0.6) ? oneOf(realIds) : oneOf(IDS);
    }

    String query() {
        return oneOf(QUERY);
    }

    String noJson() {
        return happens(0.05) ? "{\"description\":\"" + "x".repeat(HUGE) + "\"}" : oneOf(NO_JSON);
    }

    /** A value of any type. */
    JsonValue value() {
        return switch (random.nextInt(9)) {
            case 0 -> JsonValue.NULL;
            case 1 -> JsonValue.TRUE;
            case 2 ->
                Json.createValue(oneOf(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 2147483648L, 1_000_000L)));
            case 3 ->
                Json.createValue(new java.math.BigDecimal(oneOf(List.of("1e400", "-0.5", "1e-400", "9".repeat(60)))));
            case 4 -> JsonValue.EMPTY_JSON_ARRAY;
            case 5 -> JsonValue.EMPTY_JSON_OBJECT;
            case 6 ->
                Json.createArrayBuilder().add(JsonValue.NULL).add(1).add(text()).build();
            default -> text();
        };
    }

    JsonValue text() {
        return Json.createValue(oneOf(TEXTS));
    }

    /** An object of that schema, with most members as the schema says and one or another spoilt. */
    JsonObject spoilt(ApiDocument api, JsonObject schema) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        JsonObject properties = ApiDocument.at(api.resolved(schema), "properties");
        if (properties == null) {
            return object.add("a", value()).build();
        }
        for (String name : properties.keySet()) {
            if (happens(0.1)) {
                continue;
            }
            object.add(name, happens(0.3) ? value() : plausible(api, properties.getJsonObject(name)));
        }
        if (happens(0.1)) {
            object.add("unknown", value());
        }
        return object.build();
    }

    private JsonValue plausible(ApiDocument api, @Nullable JsonObject declared) {
        if (declared == null) {
            return text();
        }
        JsonObject schema = api.resolved(declared);
        if (schema.containsKey("example") && happens(0.5)) {
            return schema.get("example");
        }
        if (schema.containsKey("enum") && happens(0.8)) {
            return oneOf(schema.getJsonArray("enum"));
        }
        return switch (schema.getString("type", "object")) {
            case "integer", "number" -> Json.createValue(random.nextInt(200) - 20);
            case "boolean" -> happens(0.5) ? JsonValue.TRUE : JsonValue.FALSE;
            case "array" -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(plausible(api, schema.getJsonObject("items")));
                }
                yield array.build();
            }
            case "object" -> spoilt(api, schema);
            default ->
                happens(0.3)
                        ? text()
                        : Json.createValue(happens(0.4) ? id() : oneOf(List.of("1", "2026-12-01T09:00:00Z", "一些字")));
        };
    }
}
