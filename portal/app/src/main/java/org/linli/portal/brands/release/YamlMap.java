package org.linli.portal.brands.release;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** An object of the descriptor, read key by key; what is wrong is said with its line and what to write instead. */
final class YamlMap {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(Node node) {
        this.node = node;
    }

    /** The object, which may have these keys and no other. */
    static YamlMap of(Node node, String... keys) {
        YamlMap map = new YamlMap(node);
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("not-an-object", node, String.join(", ", keys));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Node keyNode = tuple.getKeyNode();
            String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (keys.length > 0 && !Arrays.asList(keys).contains(key)) {
                throw wrong("unknown-key", keyNode, key, String.join(", ", keys));
            }
            if (map.values.put(key, tuple.getValueNode()) != null) {
                throw wrong("double-key", keyNode, key);
            }
        }
        return map;
    }

    /** The first key of an object of one key, such as {@code points} of {@code points: 500}. */
    String onlyKey() {
        if (values.size() != 1) {
            throw wrong("bad-value", node, "needs", "points: 500");
        }
        return values.keySet().iterator().next();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text that must be there. */
    String text(String key) {
        String text = textOrNull(key);
        if (text == null || text.isBlank()) {
            throw wrong("missing-key", node, key);
        }
        return text;
    }

    @Nullable
    String textOrNull(String key) {
        Node value = values.get(key);
        if (value == null) {
            return null;
        }
        return scalar(value, key);
    }

    /** A text that must be there and look like that. */
    String text(String key, Pattern form, String example) {
        String text = text(key);
        if (!form.matcher(text).matches()) {
            throw bad(key, example);
        }
        return text;
    }

    /** A short name of lower case letters, digits and hyphens. */
    String code(String key) {
        return text(key, CODE, "fire-safety");
    }

    /** One of these. */
    String oneOf(String key, String otherwise, String... allowed) {
        String text = has(key) ? text(key) : otherwise;
        if (!Arrays.asList(allowed).contains(text)) {
            throw bad(key, String.join(", ", allowed));
        }
        return text;
    }

    boolean flag(String key) {
        return oneOf(key, "false", "true", "false").equals("true");
    }

    int number(String key, int otherwise, int min, int max) {
        String text = textOrNull(key);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw bad(key, min + " … " + max);
    }

    @Nullable
    Duration duration(String key) {
        String text = textOrNull(key);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw bad(key, "PT72H, P3D");
    }

    @Nullable
    Period period(String key) {
        String text = textOrNull(key);
        if (text == null) {
            return null;
        }
        try {
            Period period = Period.parse(text);
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw bad(key, "P10Y, P90D");
    }

    /** Texts of a list; one text alone is no list. */
    List<String> texts(String key) {
        return list(key, node -> scalar(node, key));
    }

    /** Texts of a list, each one of these. */
    List<String> texts(String key, String... allowed) {
        List<String> texts = texts(key);
        if (!Arrays.asList(allowed).containsAll(texts)) {
            throw bad(key, String.join(", ", allowed));
        }
        return texts;
    }

    /** The elements of a list, none when the key is missing. */
    <T> List<T> list(String key, Function<Node, T> reader) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw bad(key, "[a, b]");
        }
        List<T> all = new ArrayList<>();
        sequence.getValue().forEach(one -> all.add(reader.apply(one)));
        return all;
    }

    /** Texts by key, in order. */
    Map<String, String> textsByKey(String key) {
        Node value = values.get(key);
        if (value == null) {
            return Map.of();
        }
        Map<String, String> all = new LinkedHashMap<>();
        YamlMap map = of(value);
        map.values.forEach((name, node) -> all.put(name, scalar(node, name)));
        return all;
    }

    DomainException bad(String key, String example) {
        return wrong("bad-value", values.getOrDefault(key, node), key, example);
    }

    /** A refusal with the line of this object. */
    DomainException wrong(String code, Object... arguments) {
        return wrong(code, node, arguments);
    }

    static String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("bad-value", node, key, "text");
    }

    private static DomainException wrong(String code, Node node, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = Integer.toString(node.getStartMark().map(Mark::getLine).orElse(0) + 1);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return DomainException.invalid("brands.descriptor-" + code, all);
    }
}
