package org.linli.portal.points.rest;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.check.HeldPosting;
import org.linli.portal.points.check.HeldStatus;
import org.linli.portal.points.check.Threshold;
import org.linli.portal.points.check.Thresholds;

/** What the resources of held postings send and take. */
final class WireHeld {
    private WireHeld() {}

    /** Points that a detector kept back. */
    @Schema(name = "HeldPosting")
    public record HeldJson(
            String id,
            String communityId,
            String personId,
            HeldPosting.Source source,

            @Schema(description = "Of the service record or of the grant")
            String sourceId,

            @Schema(example = "12.5", description = "As it was reckoned when it was held")
            String amount,

            @Schema(example = "小家电检修") String title,
            List<FindingJson> findings,
            HeldStatus status,
            Instant heldAt,

            @Schema(description = "What the volunteer says, may be empty")
            String appeal,

            @Nullable @Schema(nullable = true) Instant decidedAt,

            @Schema(description = "Why it was decided so, may be empty")
            String decision) {
        static HeldJson of(HeldPosting held, List<FindingJson> findings) {
            return new HeldJson(
                    String.valueOf(held.id()),
                    String.valueOf(held.communityId()),
                    String.valueOf(held.personId()),
                    held.source(),
                    String.valueOf(held.sourceId()),
                    Points.format(held.amount()),
                    held.title(),
                    findings,
                    held.status(),
                    held.heldAt(),
                    held.appeal(),
                    held.decidedAt(),
                    held.decision());
        }
    }

    /** Why it was kept back. */
    @Schema(name = "HeldPostingFinding")
    public record FindingJson(
            @Schema(example = "overlap") String code,

            @Schema(example = "与本人的另一次服务时间重叠 30 分钟（最多允许 10 分钟）。")
            String text) {}

    /** A decision. */
    @Schema(name = "NewHeldPostingDecision")
    public record DecisionJson(
            @Nullable @Schema(example = "核实过签到照片", required = true)
            String reason) {}

    /** An appeal. */
    @Schema(name = "NewHeldPostingAppeal")
    public record AppealJson(
            @Nullable @Schema(example = "第一家提前结束了", required = true)
            String words) {}

    /** All thresholds of a community; when sent, those that are missing are the usual ones. */
    @Schema(name = "CheckThresholds")
    public record ThresholdsJson(
            @Nullable @Schema(example = "10") Integer overlapMinutes,
            @Nullable @Schema(example = "120") Integer claimedBeyond,
            @Nullable @Schema(example = "500") Integer metresPerMinute,
            @Nullable @Schema(example = "20") Integer pairServices,
            @Nullable @Schema(example = "4") Integer pairTimesUsual,
            @Nullable @Schema(example = "10") Integer backEntries,
            @Nullable @Schema(example = "5") Integer attendeesBeyond,
            @Nullable @Schema(example = "5") Integer rushServices,
            @Nullable @Schema(example = "30") Integer rushPeople,
            @Nullable @Schema(example = "5") Integer rushMinutes) {
        static ThresholdsJson of(Thresholds set) {
            return new ThresholdsJson(
                    set.of(Threshold.OVERLAP_MINUTES),
                    set.of(Threshold.CLAIMED_BEYOND),
                    set.of(Threshold.METRES_PER_MINUTE),
                    set.of(Threshold.PAIR_SERVICES),
                    set.of(Threshold.PAIR_TIMES_USUAL),
                    set.of(Threshold.BACK_ENTRIES),
                    set.of(Threshold.ATTENDEES_BEYOND),
                    set.of(Threshold.RUSH_SERVICES),
                    set.of(Threshold.RUSH_PEOPLE),
                    set.of(Threshold.RUSH_MINUTES));
        }

        Thresholds thresholds() {
            Map<Threshold, Integer> all = new EnumMap<>(Threshold.class);
            put(all, Threshold.OVERLAP_MINUTES, overlapMinutes);
            put(all, Threshold.CLAIMED_BEYOND, claimedBeyond);
            put(all, Threshold.METRES_PER_MINUTE, metresPerMinute);
            put(all, Threshold.PAIR_SERVICES, pairServices);
            put(all, Threshold.PAIR_TIMES_USUAL, pairTimesUsual);
            put(all, Threshold.BACK_ENTRIES, backEntries);
            put(all, Threshold.ATTENDEES_BEYOND, attendeesBeyond);
            put(all, Threshold.RUSH_SERVICES, rushServices);
            put(all, Threshold.RUSH_PEOPLE, rushPeople);
            put(all, Threshold.RUSH_MINUTES, rushMinutes);
            return new Thresholds(all);
        }

        private static void put(Map<Threshold, Integer> all, Threshold threshold, @Nullable Integer number) {
            if (number != null) {
                all.put(threshold, number);
            }
        }
    }
}
