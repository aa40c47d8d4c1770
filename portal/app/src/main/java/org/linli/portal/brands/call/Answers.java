package org.linli.portal.brands.call;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;

/**
 * Looks through what a plugin answers, on the plugin's thread: values of the JDK and of plugin-api alone, within bounds. A class of the
 * plugin that came through here would keep its class loader for ever.
 */
final class Answers {
    private static final int MOST_VALUES = 100_000;
    private static final long MOST_CHARACTERS = 4_000_000;
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int DEEPEST = 40;

    private int values;
    private long characters;

    private Answers() {}

    /**
     * Gives the answer back.
     *
     * @throws IllegalArgumentException when it is foreign or too large
     */
    static <T> T checked(T answer) {
        new Answers().look(answer, 0);
        return answer;
    }

    private void look(@Nullable Object value, int depth) {
        if (value == null) {
            return;
        }
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw new IllegalArgumentException("the answer is too large");
        }
        requireKnown(value.getClass());
        if (value instanceof String text) {
            characters += text.length();
            if (characters > MOST_CHARACTERS) {
                throw new IllegalArgumentException("the answer is too long");
            }
        } else if (value instanceof Data data) {
            look(data.map(), depth + 1);
        } else if (value instanceof Collection<?> list) {
            list.forEach(one -> look(one, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                look(key, depth + 1);
                look(one, depth + 1);
            });
        } else if (value instanceof Record) {
            lookInto(value, depth);
        } else if (value instanceof byte[] bytes && bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("the file is larger than 5 MB");
        }
    }

    private void lookInto(Object value, int depth) {
        try {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                look(component.getAccessor().invoke(value), depth + 1);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("an answer that cannot be read", e);
        }
    }

    private static void requireKnown(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        boolean java = type.getName().startsWith("java.") || type.isArray();
        if (!java && loader != Data.class.getClassLoader()) {
            throw new IllegalArgumentException("a class of the plugin in its answer: " + type.getName());
        }
    }
}
