package org.linli.portal.points.nomination.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.nomination.NominateCommand;
import org.linli.portal.points.nomination.Nomination;
import org.linli.portal.points.nomination.NominationStatus;
import org.linli.portal.points.nomination.Nominees;
import org.linli.portal.points.nomination.Objection;

/** What the resources of nominations send and take. */
final class NominationWire {
    private NominationWire() {}

    /** A person who has a part in it. */
    @Schema(name = "NominationPerson")
    public record PersonJson(String id, String name) {
        static PersonJson of(Nomination.People.Someone someone) {
            return new PersonJson(String.valueOf(someone.id()), someone.name());
        }
    }

    /** A nomination. */
    @Schema(name = "Nomination")
    public record NominationJson(
            String id,
            String communityId,
            @Schema(implementation = NominationKind.class) String kind,
            @Schema(implementation = NominationStatus.class) String status,
            String story,
            PersonJson nominee,
            PersonJson nominator,
            @Nullable PersonJson seconder,

            @Schema(description = "votes of one kind that decide; 0 before it is seconded")
            int needed,

            int approvals,
            int rejections,
            @Nullable LocalDate announcedFrom,
            @Nullable LocalDate announcedUntil,
            @Nullable @Schema(example = "10") String bonus,
            int openObjections,
            Instant nominatedAt) {
        static NominationJson of(Nomination nomination) {
            Nomination.Announced announced = nomination.announcement();
            Nomination.People.Someone seconder = nomination.people().seconder();
            return new NominationJson(
                    String.valueOf(nomination.id()),
                    String.valueOf(nomination.communityId()),
                    nomination.kind().name(),
                    nomination.status().name(),
                    nomination.story(),
                    PersonJson.of(nomination.people().nominee()),
                    PersonJson.of(nomination.people().nominator()),
                    seconder == null ? null : PersonJson.of(seconder),
                    nomination.votes().needed(),
                    nomination.votes().approvals(),
                    nomination.votes().rejections(),
                    announced == null ? null : announced.from(),
                    announced == null ? null : announced.until(),
                    announced == null ? null : Points.format(announced.bonus()),
                    nomination.openObjections(),
                    nomination.nominatedAt());
        }
    }

    /** A nomination to be made. */
    @Schema(name = "NewNomination")
    public record NewNominationJson(
            @Schema(implementation = NominationKind.class, required = true) @Nullable
            String kind,

            @Schema(example = "169242682982415648") @Nullable
            String nomineeId,

            @Schema(example = "王秀英", description = "whole name or public number, when the id is not known") @Nullable
            String nominee,

            @Schema(required = true, example = "下雨天帮三楼老人修好了漏水", description = "at most 1000 characters") @Nullable
            String story) {
        NominateCommand command(Nominees nominees) {
            long person = nomineeId == null ? nominees.find(nominee) : Id.ofField(nomineeId, "nomineeId");
            return new NominateCommand(Ids.next(), named(kind), person, story);
        }

        private static @Nullable NominationKind named(@Nullable String kind) {
            return kind == null
                    ? null
                    : Arrays.stream(NominationKind.values())
                            .filter(one -> one.name().equals(kind))
                            .findFirst()
                            .orElseThrow(() -> DomainException.invalidField("kind", "points.no-such-kind"));
        }
    }

    /** A vote of the panel. */
    @Schema(name = "NominationVote")
    public record VoteJson(
            @Schema(required = true) @Nullable Boolean approve,

            @Schema(description = "at most 200 characters") @Nullable
            String note) {}

    /** Why somebody objects. */
    @Schema(name = "NewNominationObjection")
    public record NewObjectionJson(
            @Schema(required = true, example = "这件事是他儿子做的", description = "at most 500 characters") @Nullable
            String reason) {}

    /** What the administrator decides about an objection. */
    @Schema(name = "NominationObjectionDecision")
    public record DecisionJson(
            @Schema(required = true) @Nullable Boolean uphold,

            @Schema(required = true, example = "已向当事人核实", description = "at most 300 characters") @Nullable
            String answer) {}

    /** An objection. */
    @Schema(name = "NominationObjection")
    public record ObjectionJson(
            String id,
            String raisedBy,
            Instant raisedAt,
            String reason,
            @Schema(implementation = Objection.Status.class) String status,
            String answer) {
        static ObjectionJson of(Objection objection) {
            return new ObjectionJson(
                    String.valueOf(objection.id()),
                    String.valueOf(objection.raisedBy()),
                    objection.raisedAt(),
                    objection.reason(),
                    objection.status().name(),
                    objection.answer());
        }
    }

    static @Nullable NominationStatus status(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(NominationStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("status", "points.no-such-status"));
    }
}
