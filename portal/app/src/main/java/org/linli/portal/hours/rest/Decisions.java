package org.linli.portal.hours.rest;

import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.rest.HoursWire.DecisionJson;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Body;

/** Reads somebody's word. */
final class Decisions {
    private Decisions() {}

    /**
     * Whether it shall be so.
     *
     * @throws DomainException 400 when it is not said
     */
    static boolean agreed(@Nullable DecisionJson body) {
        Boolean agree = Body.required(body).agree();
        new Violations().required(agree, "agree").throwIfAny();
        return Boolean.TRUE.equals(agree);
    }

    static @Nullable String note(@Nullable DecisionJson body) {
        return Body.required(body).note();
    }
}
