package org.linli.portal.dispatch;

import java.util.List;

/**
 * One reason for or against a candidate; the text is the message {@code dispatch.reason.<code>} with the arguments.
 *
 * @param code e.g. {@code metres}
 * @param arguments of the message
 * @param score what it adds to the candidate's score
 * @param against whether it should make the dispatcher think twice
 */
public record Reason(String code, List<Object> arguments, int score, boolean against) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** Key of its text. */
    public String textKey() {
        return "dispatch.reason." + code;
    }

    static Reason pro(String code, int score, Object... arguments) {
        return new Reason(code, List.of(arguments), score, false);
    }

    static Reason con(String code, int score, Object... arguments) {
        return new Reason(code, List.of(arguments), score, true);
    }
}
