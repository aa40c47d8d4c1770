package org.linli.plugin.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map of a YAML document that is read key by key; what nobody reads is a typing error. */
final class YamlMap {
    private final String where;
    private final Map<?, ?> map;
    private final Set<String> read = new HashSet<>();

    YamlMap(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> found)) {
            throw new IllegalArgumentException(where + " is not a map");
        }
        this.where = where;
        this.map = found;
    }

    private @Nullable Object get(String key) {
        read.add(key);
        return map.get(key);
    }

    String text(String key) {
        String text = textOr(key, null);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(where + "." + key + " is missing");
        }
        return text;
    }

    @Nullable
    String textOr(String key, @Nullable String otherwise) {
        Object value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException(where + "." + key + " is not a text");
        }
        return String.valueOf(value);
    }

    int number(String key, int otherwise) {
        Object value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException(where + "." + key + " is not a number");
        }
        return number.intValue();
    }

    boolean flag(String key, boolean otherwise) {
        Object value = get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Boolean flag)) {
            throw new IllegalArgumentException(where + "." + key + " is neither true nor false");
        }
        return flag;
    }

    private List<?> items(String key) {
        Object value = get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(where + "." + key + " is not a list");
        }
        return list;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(key)) {
            if (!(item instanceof String text)) {
                throw new IllegalArgumentException(where + "." + key + " has something that is not a text: " + item);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** Keys and texts of a map; YAML reads yes and no as they are written, for it is read by the JSON schema. */
    Map<String, String> pairs(String key) {
        Object value = get(key);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> pairs)) {
            throw new IllegalArgumentException(where + "." + key + " is not a map");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        pairs.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        return texts;
    }

    List<Object> anything(String key) {
        return List.copyOf(items(key));
    }

    <T> List<T> each(String key, Function<YamlMap, T> reader) {
        List<T> list = new ArrayList<>();
        for (Object item : items(key)) {
            YamlMap map = new YamlMap(where + "." + key + "[" + list.size() + "]", item);
            list.add(reader.apply(map));
            map.done();
        }
        return List.copyOf(list);
    }

    /** Refuses keys that nobody asked for. */
    void done() {
        for (Object key : map.keySet()) {
            if (!read.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(where + " has an unknown key " + key);
            }
        }
    }
}
