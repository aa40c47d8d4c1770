package org.linli.portal.brands.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A release of a brand.
 *
 * @param signed whether a trusted publisher's signature came with it
 * @param bundled whether it came with the portal and needs no signature
 * @param needs what a community is asked to approve
 * @param reason why it was rejected, in words
 * @param nodes what the nodes of the portal say of the brand, for the release that is active
 */
@Schema(name = "BrandRelease")
public record ReleaseBody(
        String id,
        @Schema(example = "night-watch") String brandId,
        @Schema(example = "1.2.0") String version,
        @Schema(example = "ACTIVE") String status,
        @Schema(example = "守夜人") String name,
        String summary,
        @Schema(example = "linli") String publisher,
        boolean signed,
        boolean bundled,
        String sha256,
        int size,
        List<String> needs,
        @Nullable String reason,
        Instant uploadedAt,
        Instant changedAt,
        List<NodeBody> nodes) {

    /**
     * What a node says.
     *
     * @param state RUNNING, FAILED, OFF or SAFE_MODE
     */
    @Schema(name = "BrandNode")
    public record NodeBody(
            String node, @Schema(example = "RUNNING") String state, String detail, Instant at) {}
}
