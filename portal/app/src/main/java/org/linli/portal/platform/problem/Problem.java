package org.linli.portal.platform.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of application/problem+json (RFC 9457).
 *
 * @param type stable URN of the code
 * @param title what sort of problem, in the caller's language
 * @param status the HTTP status
 * @param detail what is wrong and what to do, in the caller's language
 * @param code the stable code alone, for programs
 * @param instance correlation id to tell the operator, only for unexpected errors
 * @param errors the fields at fault, null when none
 */
public record Problem(
        @Schema(example = "urn:linli:problem:orders.not-dispatched")
        String type,

        String title,
        @Schema(example = "409") int status,

        @Schema(description = "What is wrong and what to do, in the language of the caller")
        String detail,

        @Schema(example = "orders.not-dispatched", description = "Stable code")
        String code,

        @Schema(description = "To tell the operator, with unexpected errors") @Nullable
        String instance,

        @Nullable List<FieldError> errors) {
    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field at fault.
     *
     * @param pointer JSON pointer into the request's body, e.g. {@code /wantedFrom}
     * @param detail what is wrong with it and what to do
     * @param code the stable code
     */
    public record FieldError(
            @Schema(example = "/wantedTo", description = "JSON pointer into the body")
            String pointer,

            String detail,
            String code) {}
}
