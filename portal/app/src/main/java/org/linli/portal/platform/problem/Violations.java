package org.linli.portal.platform.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of a command, so that all of it is said at once. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    /** Adds a violation unless the condition holds. */
    public Violations check(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            found.add(new Violation(field, code, List.of(arguments)));
        }
        return this;
    }

    /** The field must be there. */
    public Violations required(@Nullable Object value, String field) {
        boolean blank = value instanceof String text && text.isBlank();
        return check(value != null && !blank, field, "platform.field-required");
    }

    /** A text, when there, must have at most that many code points and no control characters but line breaks. */
    public Violations text(@Nullable String value, String field, int maxCodePoints) {
        if (value == null) {
            return this;
        }
        boolean clean = value.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        return check(clean, field, "platform.field-control-characters")
                .check(
                        value.codePointCount(0, value.length()) <= maxCodePoints,
                        field,
                        "platform.field-too-long",
                        maxCodePoints);
    }

    /** A required text of at most that many code points. */
    public Violations requiredText(@Nullable String value, String field, int maxCodePoints) {
        return required(value, field).text(value, field, maxCodePoints);
    }

    /** A required text of one line: no line breaks and tabs either, for names that stand in lists, files and messages. */
    public Violations requiredLine(@Nullable String value, String field, int maxCodePoints) {
        requiredText(value, field, maxCodePoints);
        boolean oneLine = value == null || value.strip().chars().noneMatch(c -> c == '\n' || c == '\r' || c == '\t');
        return check(oneLine, field, "platform.field-one-line");
    }

    /** A number, when there, must lie between the bounds, both included. */
    public Violations range(@Nullable Number value, String field, long min, long max) {
        if (value == null) {
            return this;
        }
        return check(
                value.longValue() >= min && value.longValue() <= max, field, "platform.field-out-of-range", min, max);
    }

    /** Throws all that was found as one exception. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DomainException(DomainException.Kind.INVALID, "platform.invalid", List.of(), found);
        }
    }
}
