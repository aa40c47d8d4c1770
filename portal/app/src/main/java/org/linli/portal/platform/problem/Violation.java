package org.linli.portal.platform.problem;

import java.util.List;

/**
 * One field at fault.
 *
 * @param field name of the component in the command and in the JSON body, e.g. {@code wantedFrom}
 * @param code as in {@link DomainException}
 * @param arguments of the message
 */
public record Violation(String field, String code, List<Object> arguments) {
    public Violation {
        arguments = List.copyOf(arguments);
    }

    /** Key of the text that explains it. */
    public String textKey() {
        return DomainException.textKey(code);
    }
}
