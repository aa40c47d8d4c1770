package org.linli.portal.orders.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Affair;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderDetail;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.OrderSummary;
import org.linli.portal.orders.Party;
import org.linli.portal.orders.ServiceView;
import org.linli.portal.orders.Severity;
import org.linli.portal.orders.TaskView;
import org.linli.portal.orders.TimelineLine;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Texts;

/** Orders as JSON: ids are strings, times RFC 3339, points hundredths; what is null is left out. */
final class WireOrders {
    private WireOrders() {}

    @Schema(name = "OrderSummary")
    public record OrderJson(
            @Schema(example = "191938472673280001") String id,
            @Schema(example = "261122-7K3QX") String number,
            String communityId,

            @Schema(implementation = OrderStatus.class, example = "DISPATCHED")
            String status,

            String itemId,
            @Schema(example = "小家电检修") String itemName,
            String itemNameEn,
            @Schema(example = "60") int expectedMinutes,

            @Schema(example = "12", description = "Points for an hour, decimal")
            String pointsRate,

            @Schema(example = "旺家社区第三网格") String unitName,

            @Nullable @Schema(description = "Who needs it; missing for volunteers who are only asked")
            String principalName,

            @Nullable String volunteerName,
            Instant wantedFrom,
            Instant wantedTo,
            Instant placedAt,
            Instant statusSince,

            @Nullable @Schema(description = "When the portal will act by itself")
            Instant dueAt,

            boolean escalated,
            int openOffers) {
        static OrderJson of(OrderSummary order) {
            return new OrderJson(
                    Long.toString(order.id()),
                    order.number(),
                    Long.toString(order.communityId()),
                    order.status().name(),
                    Long.toString(order.item().id()),
                    order.item().name(),
                    order.item().nameEn(),
                    order.item().expectedMinutes(),
                    Points.format(order.item().pointsRate()),
                    order.unitName(),
                    order.principalName().isEmpty() ? null : order.principalName(),
                    order.volunteerName(),
                    order.wantedFrom(),
                    order.wantedTo(),
                    order.placedAt(),
                    order.statusSince(),
                    order.dueAt(),
                    order.escalated(),
                    order.openOffers());
        }
    }

    @Schema(name = "Order")
    public record OrderDetailJson(
            OrderJson order,

            @Schema(implementation = Party.class, example = "[\"PRINCIPAL\",\"PLACER\"]")
            List<String> parties,

            @Schema(
                    implementation = OrderAction.class,
                    example = "[\"CANCEL\"]",
                    description = "What the caller may do now")
            List<String> actions,

            String description,
            @Nullable String address,
            @Nullable String placerName,
            @Nullable String consentNote,

            @Nullable @Schema(implementation = Affair.class, example = "SHARED")
            String affair,

            @Nullable @Schema(implementation = Severity.class, example = "ORDINARY")
            String severity,

            @Schema(description = "Longest time that a volunteer may claim")
            int claimLimitMinutes,

            List<WireDispatch.OfferJson> offers,
            @Nullable ServiceJson service,
            List<PhotoJson> photos) {
        static OrderDetailJson of(OrderDetail detail, WireDispatch wire) {
            return new OrderDetailJson(
                    OrderJson.of(detail.order()),
                    detail.parties().stream().map(Enum::name).sorted().toList(),
                    detail.actions().stream().map(Enum::name).sorted().toList(),
                    detail.description(),
                    detail.address(),
                    detail.placerName(),
                    detail.consentNote(),
                    name(detail.affair()),
                    name(detail.severity()),
                    detail.claimLimit(),
                    detail.offers().stream().map(wire::offer).toList(),
                    detail.service() == null ? null : ServiceJson.of(detail.service()),
                    detail.photos().stream()
                            .map(photo -> new PhotoJson(Long.toString(photo.id()), photo.at()))
                            .toList());
        }
    }

    @Schema(name = "Service")
    public record ServiceJson(
            String volunteerId,
            String volunteerName,
            String volunteerNumber,
            Instant acceptedAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable String journal,
            @Nullable Integer claimedMinutes,
            @Nullable ReviewJson review,
            @Nullable RecordJson record,
            @Nullable Integer score) {
        static ServiceJson of(ServiceView service) {
            ServiceView.Rated review = service.review();
            ServiceView.Recorded record = service.record();
            return new ServiceJson(
                    Long.toString(service.volunteerId()),
                    service.volunteerName(),
                    service.volunteerNumber(),
                    service.acceptedAt(),
                    service.startedAt(),
                    service.completedAt(),
                    service.journal(),
                    service.claimedMinutes(),
                    review == null
                            ? null
                            : new ReviewJson(review.rating(), review.comment(), review.minutes(), review.at()),
                    record == null
                            ? null
                            : new RecordJson(Long.toString(record.id()), record.minutes(), record.evidence()),
                    service.score());
        }
    }

    @Schema(name = "Review")
    public record ReviewJson(
            @Nullable @Schema(description = "1 to 5; missing when confirmed by default")
            Integer rating,

            String comment,
            int minutes,
            Instant at) {}

    @Schema(name = "ServiceRecord")
    public record RecordJson(
            String id,
            int minutes,

            @Schema(
                    enumeration = {"B", "C", "D"},
                    example = "B",
                    description = "B code and confirmation, C confirmation only, D by proxy or by default")
            String evidence) {}

    @Schema(name = "Photo")
    public record PhotoJson(String id, Instant at) {}

    @Schema(name = "TimelineLine")
    public record LineJson(
            String id,
            Instant at,

            @Nullable @Schema(description = "Missing when the portal acted")
            String actor,

            @Schema(implementation = OrderAction.class, example = "ACCEPT")
            String action,

            @Schema(implementation = OrderStatus.class) @Nullable
            String from,

            @Schema(implementation = OrderStatus.class) String to,
            String note) {
        static LineJson of(TimelineLine line, Texts texts) {
            return new LineJson(
                    Long.toString(line.id()),
                    line.at(),
                    line.actorName(),
                    line.action().name(),
                    name(line.from()),
                    line.to().name(),
                    line.why(texts));
        }
    }

    @Schema(name = "Task")
    public record TaskJson(
            OrderJson order,
            String dispatchId,
            @Nullable String teamName,

            @Nullable @Schema(description = "Until when the answer is awaited")
            Instant expiresAt,

            @Nullable Instant acceptedAt,

            @Nullable @Schema(description = "Confirmed minutes")
            Integer minutes) {
        static TaskJson of(TaskView task) {
            return new TaskJson(
                    OrderJson.of(task.order()),
                    Long.toString(task.dispatchId()),
                    task.teamName(),
                    task.acceptedAt() == null ? task.expiresAt() : null,
                    task.acceptedAt(),
                    task.minutes());
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
