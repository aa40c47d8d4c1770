package org.linli.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON with exactly one spelling (see the package): what is read and written again is the same text, or it was not in
 * this form. Values are maps, lists, strings, {@link Long} and {@link Boolean}.
 */
public final class CanonicalJson {
    private static final long GREATEST = (1L << 53) - 1;
    private static final int DEEPEST = 16;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final String HEX = "0123456789abcdef";

    private final String text;
    private int at;
    private int depth;

    private CanonicalJson(String text) {
        this.text = text;
    }

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when it holds something else, or a number that is too great
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    /**
     * Reads any JSON that has no null, no fraction and no key twice, however it is spaced.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Object read(String text) {
        CanonicalJson reader = new CanonicalJson(text);
        try {
            Object value = reader.value();
            reader.space();
            if (reader.at != text.length()) {
                throw reader.wrong();
            }
            return value;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("ends too early", e);
        }
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put((String) key, element));
            String comma = "{";
            for (Map.Entry<String, Object> member : sorted.entrySet()) {
                out.append(comma);
                quote(member.getKey(), out);
                write(member.getValue(), out.append(':'));
                comma = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String comma = "[";
            for (Object element : list) {
                write(element, out.append(comma));
                comma = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            quote(string, out);
        } else if (value instanceof Boolean || (value instanceof Long number && Math.abs(number) <= GREATEST)) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("has no canonical form: " + value);
        }
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            int known = "\"\\\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (c < FIRST_PRINTABLE) {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private Object value() {
        space();
        if (++depth > DEEPEST) {
            throw wrong();
        }
        char c = text.charAt(at);
        Object value =
                switch (c) {
                    case '{' -> object();
                    case '[' -> array();
                    case '"' -> string();
                    case 't' -> word("true", true);
                    case 'f' -> word("false", false);
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new TreeMap<>();
        at++;
        if (ends('}')) {
            return object;
        }
        do {
            space();
            String key = string();
            space();
            expect(':');
            if (object.put(key, value()) != null) {
                throw wrong();
            }
        } while (continues('}'));
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        if (ends(']')) {
            return array;
        }
        do {
            array.add(value());
        } while (continues(']'));
        return array;
    }

    private boolean ends(char end) {
        space();
        boolean ends = text.charAt(at) == end;
        at += ends ? 1 : 0;
        return ends;
    }

    private boolean continues(char end) {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            if (c < FIRST_PRINTABLE) {
                throw wrong();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c != 'u') {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private Object word(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private Long number() {
        int begin = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(begin, at);
        if (!digits.matches("0|-?[1-9][0-9]{0,15}")) {
            throw wrong();
        }
        return Long.valueOf(digits);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char wanted) {
        if (text.charAt(at) != wanted) {
            throw wrong();
        }
        at++;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("at character " + (at + 1));
    }
}
