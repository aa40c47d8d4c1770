package org.linli.portal.points.nomination.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.nomination.Announcement;
import org.linli.portal.points.nomination.Nomination;

/** One announcement; what the other kind has is missing. */
@Schema(name = "Announcement")
public record AnnouncementJson(
        @Schema(description = "Of the nomination or of the back-entry")
        String id,

        @Schema(implementation = Kind.class) String kind,
        String communityId,

        @Schema(description = "Who is nominated, or who is said to have served")
        String personId,

        @Schema(example = "王秀英") String personName,

        @Schema(description = "End of the announcement") @Nullable
        Instant announcedUntil,

        @Schema(implementation = NominationKind.class) @Nullable
        String nominationKind,

        @Schema(example = "下雨天帮三楼老人修好了漏水") @Nullable String story,

        @Schema(example = "10", description = "Points that will be paid") @Nullable
        String bonus,

        @Schema(example = "陪同就医", description = "What was served") @Nullable
        String item,

        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Schema(example = "60") @Nullable Integer minutes) {
    /** What is announced. */
    public enum Kind {
        NOMINATION,
        BACK_ENTRY
    }

    static AnnouncementJson of(Announcement announced) {
        Nomination nomination = announced.nomination();
        if (nomination != null) {
            return of(nomination, announced.until());
        }
        BackEntry entry = announced.entry();
        if (entry == null) {
            throw new IllegalStateException("announces nothing");
        }
        return new AnnouncementJson(
                String.valueOf(entry.id()),
                Kind.BACK_ENTRY.name(),
                String.valueOf(entry.communityId()),
                String.valueOf(entry.volunteer().id()),
                entry.volunteer().name(),
                announced.until(),
                null,
                null,
                null,
                entry.item().name(),
                entry.startedAt(),
                entry.endedAt(),
                entry.minutes());
    }

    private static AnnouncementJson of(Nomination nomination, @Nullable Instant until) {
        Nomination.Announced said = nomination.announcement();
        return new AnnouncementJson(
                String.valueOf(nomination.id()),
                Kind.NOMINATION.name(),
                String.valueOf(nomination.communityId()),
                String.valueOf(nomination.people().nominee().id()),
                nomination.people().nominee().name(),
                until,
                nomination.kind().name(),
                nomination.story(),
                said == null ? null : Points.format(said.bonus()),
                null,
                null,
                null,
                null);
    }
}
