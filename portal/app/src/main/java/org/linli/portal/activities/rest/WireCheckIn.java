package org.linli.portal.activities.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the check-in of an activity sends and takes. */
final class WireCheckIn {
    private WireCheckIn() {}

    /** The digits of a check-in. */
    @Schema(name = "ActivityCheckInCode")
    public record CheckInCodeJson(
            @Schema(example = "482913") String code) {}

    /** Somebody is there. */
    @Schema(name = "NewActivityCheckIn")
    public record CheckInJson(
            @Nullable @Schema(example = "482913", required = true)
            String code) {}
}
