package org.linli.portal.brands.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A brand in a community.
 *
 * @param version of the release that the community works with; null while it is off
 * @param release of the portal; null when there is none any more
 * @param state OFF, ON, SUSPENDED or DISABLED
 * @param reason why it is suspended: needs, settings, no-release, failed, memory or by-administrator
 * @param needs all that the release asks for
 * @param notApproved what of it the community has not approved
 */
@Schema(name = "BrandBinding")
public record BindingBody(
        @Schema(example = "night-watch") String brandId,
        @Nullable @Schema(example = "守夜人") String name,

        @Nullable String summary,

        @Nullable @Schema(example = "1.2.0") String version,

        @Nullable @Schema(example = "1.2.0") String release,

        @Schema(example = "ON") String state,

        @Nullable @Schema(example = "needs") String reason,

        List<NeedBody> needs,
        List<String> notApproved,
        @Nullable Instant exportedAt) {

    /** A permission with what it means. */
    @Schema(name = "BrandNeed")
    public record NeedBody(@Schema(example = "records") String code, String meaning) {}

    /** What an administrator agrees to, by code. */
    @Schema(name = "BrandApproval")
    public record ApprovalBody(
            @Nullable @Schema(example = "[\"records\"]") List<String> needs) {}

    /** The brand's id, to show that it is meant. */
    @Schema(name = "BrandPurge")
    public record PurgeBody(
            @Schema(required = true, example = "night-watch") @Nullable
            String confirm) {}
}
