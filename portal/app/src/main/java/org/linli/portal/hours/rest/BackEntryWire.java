package org.linli.portal.hours.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.BackEntryCommand;
import org.linli.portal.hours.BackEntryStatus;
import org.linli.portal.hours.rest.HoursWire.StepJson;
import org.linli.portal.platform.rest.Id;

/** What the resource of back-entries sends and takes. */
final class BackEntryWire {
    private BackEntryWire() {}

    /** A service of the past that staff entered. */
    @Schema(name = "BackEntry")
    public record BackEntryJson(
            String id,
            String communityId,
            String volunteerId,
            String volunteerName,
            String itemId,
            @Schema(example = "陪同就医") String item,
            Instant startedAt,
            Instant endedAt,
            @Schema(example = "60") int minutes,

            @Schema(implementation = BackEntryStatus.class) String status,

            StepJson entered,
            StepJson approved,

            @Schema(description = "end of the announcement") @Nullable
            Instant announcedUntil,

            StepJson decided,
            int objections) {
        static BackEntryJson of(BackEntry entry) {
            return new BackEntryJson(
                    String.valueOf(entry.id()),
                    String.valueOf(entry.communityId()),
                    String.valueOf(entry.volunteer().id()),
                    entry.volunteer().name(),
                    String.valueOf(entry.item().id()),
                    entry.item().name(),
                    entry.startedAt(),
                    entry.endedAt(),
                    entry.minutes(),
                    entry.status().name(),
                    StepJson.of(entry.entered()),
                    StepJson.of(entry.approved()),
                    entry.announcedUntil(),
                    StepJson.of(entry.decided()),
                    entry.objections());
        }
    }

    /** A service to be entered. */
    @Schema(name = "NewBackEntry")
    public record NewBackEntryJson(
            @Schema(required = true) @Nullable String volunteerId,
            @Schema(required = true) @Nullable String itemId,
            @Schema(required = true) @Nullable Instant startedAt,
            @Schema(required = true) @Nullable Instant endedAt,

            @Schema(example = "60", description = "absent: the whole time") @Nullable
            Integer minutes,

            @Schema(required = true, example = "停电那天上门，签到表照片为证") @Nullable
            String reason) {
        BackEntryCommand command() {
            return new BackEntryCommand(
                    id(volunteerId, "volunteerId"), id(itemId, "itemId"), startedAt, endedAt, minutes, reason);
        }

        private static @Nullable Long id(@Nullable String text, String field) {
            return text == null || text.isBlank() ? null : (Long) Id.ofField(text, field);
        }
    }

    /** What speaks against it. */
    @Schema(name = "NewObjection")
    public record NewObjectionJson(
            @Schema(required = true, example = "那天他不在") @Nullable
            String reason) {}

    /** What somebody said against it. */
    @Schema(name = "Objection")
    public record ObjectionJson(String id, String personId, String name, Instant at, String reason) {
        static ObjectionJson of(BackEntry.Objection objection) {
            return new ObjectionJson(
                    String.valueOf(objection.id()),
                    String.valueOf(objection.by().id()),
                    objection.by().name(),
                    objection.at(),
                    objection.reason());
        }
    }
}
