package org.linli.portal.platform.rest;

import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.problem.DomainException;

/** What was sent as the body of a request; an empty one comes as null. */
public final class Body {
    private Body() {}

    /**
     * The body, which must be there.
     *
     * @throws DomainException 400 platform.malformed-json
     */
    public static <T> T required(@Nullable T body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        return body;
    }
}
