package org.linli.portal.hours.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Certificate;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.CorrectionStatus;
import org.linli.portal.hours.MyHours;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.hours.StarScale;
import org.linli.portal.hours.Step;

/** What the resources of hours send and take. Minutes are whole; a reversing record has a negative number of them. */
final class HoursWire {
    private HoursWire() {}

    /** Sums and stars of a volunteer. */
    @Schema(name = "Hours")
    public record HoursJson(
            @Schema(example = "6150") long minutes,
            @Schema(example = "1230") long minutesThisYear,
            @Schema(example = "97") long services,
            @Schema(example = "1") int stars,

            @Schema(example = "300", description = "hours of the next star, absent at five") @Nullable
            Integer nextStarHours,

            @Schema(example = "11850", description = "minutes missing to the next star")
            long missingMinutes) {
        static HoursJson of(MyHours hours) {
            return new HoursJson(
                    hours.total().minutes(),
                    hours.total().thisYear(),
                    hours.total().services(),
                    hours.standing().stars(),
                    hours.standing().next(),
                    hours.standing().missing());
        }
    }

    /** A line of the time record. */
    @Schema(name = "TimeRecord")
    public record RecordJson(
            String id,
            String communityId,
            String volunteerId,

            @Schema(description = "from above its first letter, unless a correction is asked for")
            String volunteerName,

            String itemId,
            @Schema(example = "陪同就医") String item,
            Instant startedAt,
            Instant endedAt,
            @Schema(example = "75") int minutes,

            @Schema(example = "B", description = "A, the best, to E, a back-entry by staff")
            String evidence,

            Instant recordedAt,

            @Schema(description = "absent for a back-entry") @Nullable
            String orderId,

            @Schema(description = "what the volunteer wrote; empty from above")
            String journal,

            @Nullable String reversesId,
            @Nullable String replacesId,
            String reason,
            @Schema(description = "whether it counts") boolean stands,

            @Schema(implementation = CorrectionStatus.class) @Nullable
            String latestCorrection) {
        static RecordJson of(ServiceEntry entry) {
            ServiceEntry.Order order = entry.order();
            CorrectionStatus wish = entry.change().wish();
            return new RecordJson(
                    String.valueOf(entry.id()),
                    String.valueOf(entry.community().id()),
                    String.valueOf(entry.volunteer().id()),
                    entry.volunteer().name(),
                    String.valueOf(entry.item().id()),
                    entry.item().name(),
                    entry.startedAt(),
                    entry.endedAt(),
                    entry.minutes(),
                    entry.evidence(),
                    entry.recordedAt(),
                    order == null ? null : String.valueOf(order.id()),
                    order == null ? "" : order.journal(),
                    text(entry.change().reversesId()),
                    text(entry.change().replacesId()),
                    entry.change().reason(),
                    entry.change().stands(),
                    wish == null ? null : wish.name());
        }
    }

    /** What one person did. */
    @Schema(name = "HoursStep")
    public record StepJson(
            @Nullable String personId,
            @Nullable String name,
            @Nullable Instant at,
            String note) {
        static StepJson of(Step step) {
            return new StepJson(
                    step.by() == null ? null : String.valueOf(step.by().id()),
                    step.by() == null ? null : step.by().name(),
                    step.at(),
                    step.note());
        }
    }

    /** A wish to correct a record. */
    @Schema(name = "ServiceCorrection")
    public record CorrectionJson(
            String id,
            String communityId,
            String recordId,
            String volunteerId,
            String volunteerName,
            @Schema(example = "60") int recordedMinutes,

            @Schema(example = "75", description = "0 when the service did not take place")
            int minutes,

            @Schema(implementation = CorrectionStatus.class) String status,

            StepJson asked,
            StepJson decided,
            StepJson confirmed) {
        static CorrectionJson of(Correction correction) {
            Correction.Subject record = correction.record();
            return new CorrectionJson(
                    String.valueOf(correction.id()),
                    String.valueOf(correction.communityId()),
                    String.valueOf(record.recordId()),
                    String.valueOf(record.volunteer().id()),
                    record.volunteer().name(),
                    record.minutes(),
                    correction.minutes(),
                    correction.status().name(),
                    StepJson.of(correction.asked()),
                    StepJson.of(correction.decided()),
                    StepJson.of(correction.confirmed()));
        }
    }

    /** A wish to be asked for. */
    @Schema(name = "NewServiceCorrection")
    public record NewCorrectionJson(
            @Schema(required = true, example = "75", description = "0 to 720") @Nullable
            Integer minutes,

            @Schema(required = true, example = "忘了签退") @Nullable
            String reason) {}

    /** Somebody's word. */
    @Schema(name = "HoursDecision")
    public record DecisionJson(
            @Schema(required = true, description = "true: it shall be so; false: refused") @Nullable
            Boolean agree,

            @Schema(example = "问过居民，属实", description = "required for a refusal") @Nullable
            String note) {}

    /** A scale of stars. */
    @Schema(name = "StarScale")
    public record ScaleJson(
            @Schema(required = true, description = "five rising numbers of hours") @Nullable
            List<@Nullable Integer> hours) {
        static ScaleJson of(StarScale scale) {
            return new ScaleJson(List.copyOf(scale.hours()));
        }
    }

    /** The period of a certificate. */
    @Schema(name = "NewServiceCertificate")
    public record NewCertificateJson(
            @Schema(description = "absent: since the first service") @Nullable
            LocalDate firstDay,

            @Schema(description = "included; absent: today") @Nullable
            LocalDate lastDay) {}

    /** A certificate of a volunteer's services. */
    @Schema(name = "ServiceCertificate")
    public record CertificateJson(
            String id,
            @Schema(example = "7KQ2M9XH4TWB") String number,
            String personId,
            String name,
            String publicNumber,
            @Nullable String maskedPhone,
            String community,
            LocalDate firstDay,
            LocalDate lastDay,
            int services,
            int minutes,
            int stars,
            Instant issuedAt,
            List<RecordJson> records) {
        static CertificateJson of(Certificate.Full full) {
            return of(
                    full.certificate(),
                    full.entries().stream().map(RecordJson::of).toList());
        }

        static CertificateJson of(Certificate c, List<RecordJson> records) {
            return new CertificateJson(
                    String.valueOf(c.id()),
                    c.number(),
                    String.valueOf(c.holder().id()),
                    c.holder().name(),
                    c.holder().publicNumber(),
                    c.holder().phone(),
                    c.community().name(),
                    c.firstDay(),
                    c.lastDay(),
                    c.services(),
                    c.minutes(),
                    c.stars(),
                    c.issuedAt(),
                    records);
        }
    }

    /** What whoever has the number of a certificate learns. */
    @Schema(name = "ServiceCertificateCheck")
    public record CheckJson(
            String number,
            @Schema(example = "王**") String name,
            String community,
            LocalDate firstDay,
            LocalDate lastDay,
            int services,
            int minutes,
            Instant issuedAt,

            @Schema(description = "false when records were corrected since")
            boolean current) {
        static CheckJson of(Certificate.Check c) {
            return new CheckJson(
                    c.number(),
                    c.name(),
                    c.community(),
                    c.firstDay(),
                    c.lastDay(),
                    c.services(),
                    c.minutes(),
                    c.issuedAt(),
                    c.current());
        }
    }

    static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
