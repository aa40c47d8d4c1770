package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.Violations;

/** Free texts of commands: stripped, bounded, never null inside. */
final class Words {
    private static final int MAX_NOTE = 500;

    private Words() {}

    /** A note that may be missing. */
    static String note(@Nullable String text, String field) {
        new Violations().text(text, field, MAX_NOTE).throwIfAny();
        return orEmpty(text);
    }

    /** A reason that must be given. */
    static String reason(@Nullable String text, String field) {
        new Violations().requiredText(text, field, MAX_NOTE).throwIfAny();
        return orEmpty(text);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
