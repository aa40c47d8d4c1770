package org.linli.portal.platform.rest;

import org.linli.portal.platform.problem.DomainException;

/** Ids in paths and bodies are decimal strings: 64 bits do not fit a JavaScript number. */
public final class Id {
    private Id() {}

    /**
     * The id of a path: what is no number names nothing.
     *
     * @throws DomainException 404
     */
    public static long ofPath(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw DomainException.notFound();
        }
    }

    /**
     * The id in a field of a body or query.
     *
     * @throws DomainException 400 naming the field
     */
    public static long ofField(String text, String field) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw DomainException.invalidField(field, "platform.field-not-an-id");
        }
    }
}
