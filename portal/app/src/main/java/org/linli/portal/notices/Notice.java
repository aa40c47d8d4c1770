package org.linli.portal.notices;

import java.util.List;

/**
 * A notice to one person. Its text is {@code notices.<code>} with the arguments.
 *
 * @param personId to whom
 * @param code which text, e.g. {@code order-dispatched}
 * @param arguments of the text, names first; no telephone numbers, no secrets
 * @param link page to open, within the portal, e.g. {@code /order-view.xhtml?id=1}; may be empty
 * @param dedupKey the fact that it tells of, e.g. {@code order:17:accepted}: a person is told of it once
 */
public record Notice(long personId, String code, List<String> arguments, String link, String dedupKey) {
    public Notice {
        arguments = List.copyOf(arguments);
    }
}
