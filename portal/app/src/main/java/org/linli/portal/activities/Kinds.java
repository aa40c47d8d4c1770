package org.linli.portal.activities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds of a community's own activities with their icons; a text {@code activities.kind.<code>} names each. */
public final class Kinds {
    private static final Map<String, String> ICONS = icons();

    private Kinds() {}

    private static Map<String, String> icons() {
        Map<String, String> icons = new LinkedHashMap<>();
        icons.put("meeting", "message");
        icons.put("health", "heart");
        icons.put("reading", "book");
        icons.put("sports", "sun");
        icons.put("service", "hand-heart");
        icons.put("festival", "sparkles");
        icons.put("other", "calendar");
        return icons;
    }

    /** All codes, in their order. */
    public static List<String> codes() {
        return List.copyOf(ICONS.keySet());
    }

    public static boolean has(@Nullable String code) {
        return code != null && ICONS.containsKey(code);
    }

    /** The icon; a flag for what is not of the community itself. */
    public static String icon(String code) {
        return ICONS.getOrDefault(code, "flag");
    }
}
