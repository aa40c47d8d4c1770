package org.linli.portal.orders.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.BrandOrderDetail;

/** What a brand added to an order as JSON. */
final class WireBrandPart {
    private WireBrandPart() {}

    @Schema(name = "OrderBrandPart")
    public record BrandPartJson(
            @Schema(example = "sample") String brandId,
            String brandName,
            @Schema(example = "repair") String type,
            List<FieldJson> fields,
            List<ParticipantJson> participants,

            @Nullable @Schema(description = "The order that it follows from")
            RelativeJson parent,

            @Schema(description = "Orders that follow from it")
            List<RelativeJson> children,

            @Nullable Instant dueAt,

            @Nullable @Schema(description = "The step that waits")
            StepJson step,

            List<TakenJson> steps) {
        static BrandPartJson of(BrandOrderDetail detail) {
            return new BrandPartJson(
                    detail.brandId(),
                    detail.brandName(),
                    detail.type(),
                    detail.fields().stream()
                            .map(f -> new FieldJson(f.name(), f.label(), f.value()))
                            .toList(),
                    detail.participants().stream()
                            .map(p ->
                                    new ParticipantJson(p.role(), p.roleName(), Long.toString(p.personId()), p.name()))
                            .toList(),
                    detail.parent() == null ? null : RelativeJson.of(detail.parent()),
                    detail.children().stream().map(RelativeJson::of).toList(),
                    detail.dueAt(),
                    detail.step() == null
                            ? null
                            : new StepJson(
                                    detail.step().code(),
                                    detail.step().name(),
                                    detail.step().dueAt(),
                                    detail.step().mine()),
                    detail.steps().stream()
                            .map(s -> new TakenJson(s.code(), s.name(), s.at(), s.actorName(), s.outcome(), s.note()))
                            .toList());
        }
    }

    @Schema(name = "OrderField")
    public record FieldJson(String name, String label, String value) {}

    @Schema(name = "OrderParticipant")
    public record ParticipantJson(String role, String roleName, String personId, String name) {}

    @Schema(name = "RelatedOrder")
    public record RelativeJson(String id, String number, String status) {
        static RelativeJson of(BrandOrderDetail.Relative relative) {
            return new RelativeJson(
                    Long.toString(relative.id()),
                    relative.number(),
                    relative.status().name());
        }
    }

    @Schema(name = "OrderStep")
    public record StepJson(
            String code,
            String name,
            @Nullable Instant dueAt,

            @Schema(description = "Whether the caller may take it")
            boolean mine) {}

    @Schema(name = "OrderStepTaken")
    public record TakenJson(
            String code,
            String name,
            Instant at,
            String actorName,
            @Nullable String outcome,
            String note) {}
}
