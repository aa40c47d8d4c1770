package org.linli.portal.reports.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.reports.Figures;
import org.linli.portal.reports.OrderRow;
import org.linli.portal.reports.ServiceRow;
import org.linli.portal.reports.Statistics;

/** What the resources of reports send. Points are decimal strings. */
final class ReportsWire {
    private ReportsWire() {}

    /** A unit with its figures, and those below. */
    @Schema(name = "Statistics")
    public record StatisticsJson(
            UnitJson unit,
            @Schema(format = "date", example = "2026-10-23") String from,
            @Schema(format = "date", example = "2026-11-22") String to,
            FiguresJson figures,
            List<ChildJson> children) {
        static StatisticsJson of(Statistics statistics) {
            return new StatisticsJson(
                    UnitJson.of(statistics.unit()),
                    statistics.period().from().toString(),
                    statistics.period().to().toString(),
                    FiguresJson.of(statistics.figures()),
                    statistics.children().stream()
                            .map(child -> new ChildJson(UnitJson.of(child.unit()), FiguresJson.of(child.figures())))
                            .toList());
        }
    }

    /** A unit. */
    @Schema(name = "StatisticsUnit")
    public record UnitJson(
            String id,
            @Schema(example = "440303001001") String code,
            @Schema(example = "旺家社区") String name,
            @Schema(implementation = OrgLevel.class) String level) {
        static UnitJson of(OrgUnitView unit) {
            return new UnitJson(
                    String.valueOf(unit.id()),
                    unit.code(),
                    unit.name(),
                    unit.level().name());
        }
    }

    /** A unit below. */
    @Schema(name = "StatisticsChild")
    public record ChildJson(UnitJson unit, FiguresJson figures) {}

    /** Counts; when hidden (fewer than five people) there are none. */
    @Schema(name = "Figures")
    public record FiguresJson(
            @Schema(example = "false") boolean hidden,

            @Schema(example = "{\"CLOSED\": 365, \"PLACED\": 12}")
            Map<String, Long> ordersByStatus,

            @Schema(example = "412") long orders,
            @Schema(example = "203") long residents,
            @Schema(example = "365") long services,
            @Schema(example = "21900") long minutes,
            @Schema(example = "58") long volunteers,
            @Schema(example = "4380") String pointsIssued,
            @Schema(example = "1265.5") @Nullable String pointsSpent) {
        static FiguresJson of(Figures figures) {
            Map<String, Long> byStatus = figures.orders().entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
            return new FiguresJson(
                    figures.hidden(),
                    byStatus,
                    figures.total(),
                    figures.residents(),
                    figures.services(),
                    figures.minutes(),
                    figures.volunteers(),
                    Points.format(figures.issued()),
                    figures.spent() == null ? null : Points.format(figures.spent()));
        }
    }

    /** An order behind a count. */
    @Schema(name = "StatisticsOrder")
    public record OrderRowJson(
            String id,
            @Schema(example = "261122-7K3QX") String number,
            @Schema(example = "第三网格") String unit,
            @Schema(example = "小家电检修") String item,
            @Schema(implementation = OrderStatus.class) String status,
            Instant placedAt,
            @Nullable String residentName) {
        static OrderRowJson of(OrderRow row) {
            return new OrderRowJson(
                    String.valueOf(row.id()),
                    row.number(),
                    row.unit(),
                    row.item(),
                    row.status().name(),
                    row.placedAt(),
                    row.resident());
        }
    }

    /** A service record behind a count. */
    @Schema(name = "StatisticsService")
    public record ServiceRowJson(
            String id,

            @Schema(description = "absent for a back-entry") @Nullable
            String orderId,

            @Schema(example = "第三网格") String unit,
            @Schema(example = "小家电检修") String item,

            @Schema(example = "60", description = "negative where a correction takes a record back")
            int minutes,

            @Schema(example = "12") String points,
            Instant recordedAt,
            @Nullable String volunteerName) {
        static ServiceRowJson of(ServiceRow row) {
            return new ServiceRowJson(
                    String.valueOf(row.id()),
                    row.orderId() == null ? null : String.valueOf(row.orderId()),
                    row.unit(),
                    row.item(),
                    row.minutes(),
                    Points.format(row.points()),
                    row.recordedAt(),
                    row.volunteer());
        }
    }
}
