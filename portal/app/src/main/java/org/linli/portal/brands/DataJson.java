package org.linli.portal.brands;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.platform.json.JsonText;

/** {@link Data} as JSON and back. */
public final class DataJson {
    private DataJson() {}

    /**
     * Reads an object.
     *
     * @throws jakarta.json.JsonException when it is none
     */
    public static Data read(String json) {
        try (JsonReader reader = JsonText.reader(json)) {
            return of(reader.readObject());
        }
    }

    public static Data of(JsonObject object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEach((key, value) -> map.put(key, value(value)));
        return Data.of(map);
    }

    private static @Nullable Object value(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case OBJECT -> of(value.asJsonObject());
            case ARRAY -> list(value.asJsonArray());
            case NULL -> null;
        };
    }

    private static Object number(JsonNumber number) {
        return number.isIntegral() ? (Object) number.longValueExact() : (Object) number.doubleValue();
    }

    private static List<Object> list(JsonArray array) {
        List<Object> list = new ArrayList<>(array.size());
        for (JsonValue one : array) {
            Object value = value(one);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    public static String write(Data data) {
        return object(data).build().toString();
    }

    public static JsonObjectBuilder object(Data data) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        data.map().forEach((key, value) -> object.add(key, json(value)));
        return object;
    }

    private static JsonValue json(Object value) {
        if (value instanceof String text) {
            return Json.createValue(text);
        }
        if (value instanceof Long number) {
            return Json.createValue(number);
        }
        if (value instanceof Double number) {
            return Json.createValue(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Data data) {
            return object(data).build();
        }
        JsonArrayBuilder array = Json.createArrayBuilder();
        ((List<?>) value).forEach(one -> array.add(json(one)));
        return array.build();
    }
}
