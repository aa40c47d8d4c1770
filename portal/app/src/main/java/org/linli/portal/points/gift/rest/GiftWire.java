package org.linli.portal.points.gift.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.gift.DonateCommand;
import org.linli.portal.points.gift.Donation;
import org.linli.portal.points.gift.GiftQueries;
import org.linli.portal.points.gift.InNeed;
import org.linli.portal.points.gift.NeedCommand;
import org.linli.portal.points.gift.PoolDesk;
import org.linli.portal.points.gift.PoolGrant;

/** What the resources of gifts send and take. Amounts are decimal strings in points. */
final class GiftWire {
    private GiftWire() {}

    /** A gift of the caller's. */
    @Schema(name = "PointsDonation")
    public record DonationJson(
            String id,

            @Nullable @Schema(description = "null: the community's pool")
            String recipientId,

            @Schema(example = "10") String points,
            boolean named,
            String message,
            String transactionId,
            Instant givenAt) {
        static DonationJson of(Donation donation) {
            return new DonationJson(
                    String.valueOf(donation.id()),
                    text(donation.recipientId()),
                    Points.format(donation.amount()),
                    donation.named(),
                    donation.message(),
                    String.valueOf(donation.transactionId()),
                    donation.at());
        }
    }

    /** A gift to be made. */
    @Schema(name = "NewPointsDonation")
    public record NewDonationJson(
            @Schema(example = "169242682982415648", description = "a person in need; missing: the community's pool")
            @Nullable
            String recipientId,

            @Schema(required = true, example = "10", description = "decimal, at most two places") @Nullable
            String points,

            @Schema(description = "whether the recipient learns the donor's name; false when missing") @Nullable
            Boolean named,

            @Schema(example = "祝您早日康复", description = "at most 100 characters") @Nullable
            String message) {
        DonateCommand command() {
            Long recipient = recipientId == null ? null : (Long) Id.ofField(recipientId, "recipientId");
            return new DonateCommand(
                    Ids.next(), recipient, amount("points", points), Boolean.TRUE.equals(named), message);
        }
    }

    /** Somebody who may be given points. */
    @Schema(name = "PointsRecipient")
    public record RecipientJson(String personId, String name) {
        static RecipientJson of(GiftQueries.Recipient recipient) {
            return new RecipientJson(String.valueOf(recipient.personId()), recipient.name());
        }
    }

    /** An entry of the list of persons in need. */
    @Schema(name = "PersonInNeed")
    public record NeedJson(
            String id,
            String personId,
            String name,
            LocalDate validFrom,
            LocalDate validTo,
            String reason,
            String consent,
            @Nullable Instant endedAt) {
        static NeedJson of(InNeed need) {
            return new NeedJson(
                    String.valueOf(need.id()),
                    String.valueOf(need.personId()),
                    need.name(),
                    need.from(),
                    need.to(),
                    need.reason(),
                    need.consent(),
                    need.endedAt());
        }
    }

    /** Somebody to be put on the list. */
    @Schema(name = "NewPersonInNeed")
    public record NewNeedJson(
            @Schema(required = true, example = "169242682982415648") @Nullable
            String personId,

            @Schema(required = true, example = "2026-12-01", format = "date") @Nullable
            String validFrom,

            @Schema(required = true, example = "2027-05-31", format = "date", description = "at most a year later")
            @Nullable
            String validTo,

            @Schema(required = true, example = "低保家庭", description = "read by administrators and auditors only")
            @Nullable
            String reason,

            @Schema(required = true, example = "本人当面同意", description = "how the person agreed") @Nullable
            String consent) {
        NeedCommand command() {
            Long person = personId == null ? null : (Long) Id.ofField(personId, "personId");
            return new NeedCommand(person, date("validFrom", validFrom), date("validTo", validTo), reason, consent);
        }
    }

    /** A grant from the pool. */
    @Schema(name = "PoolGrant")
    public record GrantJson(
            String id,
            String personId,
            @Schema(example = "30") String points,
            String reason,
            @Schema(implementation = PoolGrant.Status.class) String status,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {
        static GrantJson of(PoolGrant grant) {
            return new GrantJson(
                    String.valueOf(grant.id()),
                    String.valueOf(grant.personId()),
                    Points.format(grant.amount()),
                    grant.reason(),
                    grant.status().name(),
                    String.valueOf(grant.askedBy()),
                    grant.askedAt(),
                    text(grant.decidedBy()),
                    grant.decidedAt());
        }
    }

    /** A grant to be made. */
    @Schema(name = "NewPoolGrant")
    public record NewGrantJson(
            @Schema(required = true, description = "entry of the list of persons in need") @Nullable
            String needId,

            @Schema(required = true, example = "30", description = "decimal, at most two places") @Nullable
            String points,

            @Schema(required = true, example = "冬季取暖", description = "read by the person too") @Nullable
            String reason) {
        PoolDesk.GrantCommand command() {
            Long need = needId == null ? null : (Long) Id.ofField(needId, "needId");
            return new PoolDesk.GrantCommand(Ids.next(), need, amount("points", points), reason);
        }
    }

    /** What the pool of a community holds. */
    @Schema(name = "PointsPool")
    public record PoolJson(
            String communityId, @Schema(example = "120") String points) {}

    private static @Nullable Points amount(String field, @Nullable String text) {
        Points points = Points.parse(text).orElse(null);
        if (points == null && text != null) {
            throw DomainException.invalidField(field, "points.no-amount");
        }
        return points;
    }

    private static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField(field, "points.no-date");
        }
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
