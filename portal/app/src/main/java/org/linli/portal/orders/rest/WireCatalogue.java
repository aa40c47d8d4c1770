package org.linli.portal.orders.rest;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.orders.ItemFields;
import org.linli.portal.orders.SaveItem;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;

/** The catalogue as JSON: ids are strings, points are decimal strings. */
final class WireCatalogue {
    private WireCatalogue() {}

    @Schema(name = "Named")
    public record NamedJson(
            @Schema(example = "tutoring") String code,
            @Schema(example = "家教辅导") String nameZh,
            @Schema(example = "Tutoring") String nameEn,
            @Nullable @Schema(example = "book") String icon) {
        static NamedJson of(CatalogueItem.Named named) {
            return new NamedJson(
                    named.code(), named.nameZh(), named.nameEn(), named.icon().isEmpty() ? null : named.icon());
        }
    }

    @Schema(name = "ServiceItem")
    public record ItemJson(
            @Schema(example = "191938472673280000") String id,
            String communityId,
            @Schema(example = "appliance") String categoryCode,
            @Schema(example = "小家电检修") String name,
            @Schema(example = "Small-appliance repair") String nameEn,
            String description,
            @Schema(example = "60") int expectedMinutes,

            @Schema(example = "12", description = "Points for an hour, decimal")
            String pointsRate,

            String riskNote,
            List<NamedJson> skills,
            boolean active) {
        static ItemJson of(CatalogueItem item) {
            return new ItemJson(
                    Long.toString(item.id()),
                    Long.toString(item.communityId()),
                    item.categoryCode(),
                    item.name(),
                    item.nameEn(),
                    item.description(),
                    item.expectedMinutes(),
                    Points.format(item.pointsRate()),
                    item.riskNote(),
                    item.skills().stream().map(NamedJson::of).toList(),
                    item.active());
        }
    }

    @Schema(name = "ServiceItemField")
    public record ItemFieldJson(
            @Schema(example = "about") String name,
            @Schema(example = "什么事") String label,
            @Nullable String hint,

            @Schema(
                    enumeration = {"string", "integer", "number", "boolean", "array", "photos"},
                    example = "string",
                    description = "photos: ids of POST /brand-uploads; array: of strings")
            String type,

            boolean required,

            @Schema(description = "Most characters of a string", example = "500")
            int maxLength,

            @Schema(description = "The only values of a string; empty for any")
            List<ChoiceJson> choices) {
        static ItemFieldJson of(Descriptor.Field field, UnaryOperator<String> text) {
            return new ItemFieldJson(
                    field.name(),
                    text.apply(field.label()),
                    field.hint() == null ? null : text.apply(field.hint()),
                    field.type(),
                    field.required(),
                    ItemFields.longest(field),
                    field.choices().entrySet().stream()
                            .map(choice -> new ChoiceJson(choice.getKey(), text.apply(choice.getValue())))
                            .toList());
        }
    }

    @Schema(name = "ServiceItemFieldChoice")
    public record ChoiceJson(
            @Schema(example = "noise") String value,
            @Schema(example = "噪声") String label) {}

    @Schema(name = "NewServiceItem")
    public record SaveItemJson(
            @Nullable
            @Schema(
                    description = "Whose catalogue; the caller's community when missing. Only for POST",
                    nullable = true)
            String communityId,

            @Nullable @Schema(required = true, example = "appliance")
            String categoryCode,

            @Nullable @Schema(required = true, example = "电动车充电检查")
            String name,

            @Nullable @Schema(example = "E-bike charging check")
            String nameEn,

            @Nullable @Schema(example = "检查充电器和线路") String description,

            @Nullable @Schema(required = true, example = "30")
            Integer expectedMinutes,

            @Nullable @Schema(required = true, example = "10", description = "Points for an hour, decimal")
            String pointsRate,

            @Nullable @Schema(example = "先断电") String riskNote,
            @Nullable @Schema(example = "[\"appliance\"]") List<String> skills,
            @Nullable @Schema(example = "true") Boolean active) {
        SaveItem command() {
            return new SaveItem(
                    categoryCode, name, nameEn, description, expectedMinutes, rate(), riskNote, skills, active);
        }

        private @Nullable Long rate() {
            if (pointsRate == null) {
                return null;
            }
            return Points.parse(pointsRate)
                    .orElseThrow(() -> DomainException.invalidField("pointsRate", "orders.no-rate"))
                    .hundredths();
        }
    }
}
