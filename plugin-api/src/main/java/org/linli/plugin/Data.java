package org.linli.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as an immutable value: keys in order, values of {@link String}, {@link Long}, {@link Double}, {@link Boolean},
 * {@link List} of such values, or {@link Data}. A null is left out, an {@link Integer} becomes a {@link Long}, a
 * {@link Float} a {@link Double}, a {@link Map} a {@link Data}. No other type passes, so that no class of a plugin is ever
 * kept by the core.
 */
public final class Data {
    /** No keys. */
    public static final Data EMPTY = new Data(Map.of());

    private final Map<String, Object> values;

    private Data(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Keys and values by turns.
     *
     * @throws IllegalArgumentException when a key is not a text, a value is of no JSON type, or one is without the other
     */
    public static Data of(@Nullable Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("keys and values come in pairs");
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!(keysAndValues[i] instanceof String key)) {
                throw new IllegalArgumentException("a key is a text, not " + keysAndValues[i]);
            }
            map.put(key, keysAndValues[i + 1]);
        }
        return of(map);
    }

    /**
     * A copy of the map.
     *
     * @throws IllegalArgumentException when a value is of no JSON type
     */
    public static Data of(Map<String, ? extends @Nullable Object> map) {
        Map<String, Object> clean = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                clean.put(Objects.requireNonNull(key, "key"), clean(value));
            }
        });
        return clean.isEmpty() ? EMPTY : new Data(Collections.unmodifiableMap(clean));
    }

    private static Object clean(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Data) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw new IllegalArgumentException("JSON has no " + number);
            }
            return number;
        }
        if (value instanceof List<?> list) {
            List<Object> clean = new ArrayList<>(list.size());
            list.forEach(one -> clean.add(clean(Objects.requireNonNull(one, "null in a list"))));
            return Collections.unmodifiableList(clean);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((key, one) -> texts.put(String.valueOf(key), one));
            return of(texts);
        }
        throw new IllegalArgumentException(
                "not a JSON type: " + value.getClass().getName());
    }

    /** These keys with that one set, or without it when the value is null. */
    public Data with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return of(copy);
    }

    /** The value as it is, if there is one. */
    public Optional<Object> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** The text, empty when there is none; other values as their text. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : String.valueOf(value);
    }

    /** The whole number, 0 when there is none; texts of digits count, as forms send them. */
    public long number(String key) {
        return number(key, 0);
    }

    /**
     * The whole number, or the other when there is none.
     *
     * @throws IllegalArgumentException when there is something else
     */
    public long number(String key, long otherwise) {
        Object value = values.get(key);
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value == null || String.valueOf(value).isBlank()) {
            return otherwise;
        }
        return Long.parseLong(String.valueOf(value).strip());
    }

    /** Whether there is a true, or the text {@code true}. */
    public boolean flag(String key) {
        return "true".equals(text(key));
    }

    /** The list of texts; one text alone is a list of one, nothing is an empty list. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    /** The objects of a list, none when there is none. */
    public List<Data> objects(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Data.class::isInstance)
                        .map(Data.class::cast)
                        .toList()
                : List.of();
    }

    /** The object, {@link #EMPTY} when there is none. */
    public Data object(String key) {
        return values.get(key) instanceof Data data ? data : EMPTY;
    }

    /** Keys and values as an unmodifiable map; objects in it are {@link Data}. */
    public Map<String, Object> map() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Data data && values.equals(data.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
