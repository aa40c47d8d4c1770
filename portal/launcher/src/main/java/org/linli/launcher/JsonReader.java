package org.linli.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the portal's JSON: objects as maps, arrays as lists, texts; all else as its text. The program carries no library for it. */
final class JsonReader {
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        try {
            return reader.value();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no whole JSON: " + text, e);
        }
    }

    /** The text of a key of an object, empty when there is none. */
    static String text(@Nullable Object object, String key) {
        Object value = object instanceof Map<?, ?> map ? map.get(key) : null;
        return value == null ? "" : String.valueOf(value);
    }

    /** The list of a key of an object, empty when there is none. */
    static List<?> list(@Nullable Object object, String key) {
        return object instanceof Map<?, ?> map && map.get(key) instanceof List<?> list ? list : List.of();
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String key = string();
            expect(':');
            object.put(key, value());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (next() != ']') {
            array.add(value());
            if (next() == ',') {
                at++;
            }
        }
        at++;
        return array;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private String word() {
        int begin = at;
        while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == begin) {
            throw new IllegalArgumentException("no JSON at " + at + ": " + text);
        }
        return text.substring(begin, at);
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("no JSON at " + at + ": " + text);
        }
        at++;
    }
}
