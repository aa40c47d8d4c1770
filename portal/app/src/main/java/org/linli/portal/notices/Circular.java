package org.linli.portal.notices;

import java.util.List;

/**
 * The same notice to many. What it says: {@link Notice}.
 *
 * @param audience name of the {@link Audience}
 * @param communityId whose people
 * @param after who was told already: everybody up to that id, 0 at first
 */
public record Circular(
        String audience,
        long communityId,
        long after,
        String code,
        List<String> arguments,
        String link,
        String dedupKey) {
    public Circular {
        arguments = List.copyOf(arguments);
    }

    /** The rest of it. */
    Circular from(long personId) {
        return new Circular(audience, communityId, personId, code, arguments, link, dedupKey);
    }

    Notice to(long personId) {
        return new Notice(personId, code, arguments, link, dedupKey);
    }
}
