package org.linli.portal.orders.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.dispatch.Reason;
import org.linli.portal.orders.OfferStatus;
import org.linli.portal.orders.OfferView;
import org.linli.portal.platform.i18n.Texts;

/** Candidates and offers as JSON, with reasons in the caller's language. */
@ApplicationScoped
public class WireDispatch {
    private final Texts texts;

    @Inject
    public WireDispatch(Texts texts) {
        this.texts = texts;
    }

    @Schema(name = "CandidateReason")
    public record ReasonJson(
            @Schema(example = "metres") String code,
            @Schema(example = "约 400 米") String text,
            @Schema(example = "28") int score,
            boolean against) {}

    @Schema(name = "Candidate")
    public record CandidateJson(
            String volunteerId,
            String name,
            @Schema(example = "V-7K3QX") String number,
            String home,
            boolean eligible,
            @Schema(example = "87", description = "Of 100") int score,
            List<ReasonJson> reasons) {}

    @Schema(name = "Dispatch")
    public record OfferJson(
            String id,
            @Nullable String volunteerId,
            @Nullable String teamId,
            String name,

            @Schema(implementation = OfferStatus.class, example = "OFFERED")
            String status,

            List<ReasonJson> reasons,
            Instant offeredAt,
            Instant expiresAt,
            @Nullable Instant answeredAt,
            @Nullable String note) {}

    CandidateJson candidate(Ranked ranked) {
        return new CandidateJson(
                Long.toString(ranked.candidate().volunteerId()),
                ranked.candidate().name(),
                ranked.candidate().publicNumber(),
                ranked.candidate().homeName(),
                ranked.eligible(),
                ranked.score(),
                ranked.reasons().stream().map(this::reason).toList());
    }

    OfferJson offer(OfferView offer) {
        return new OfferJson(
                Long.toString(offer.id()),
                text(offer.volunteerId()),
                text(offer.teamId()),
                offer.name(),
                offer.status().name(),
                offer.reasons().stream().map(this::reason).toList(),
                offer.offeredAt(),
                offer.expiresAt(),
                offer.answeredAt(),
                offer.answerNote());
    }

    private ReasonJson reason(Reason reason) {
        String text = texts.of(reason.textKey(), reason.arguments().toArray());
        return new ReasonJson(reason.code(), text, reason.score(), reason.against());
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : Long.toString(id);
    }
}
