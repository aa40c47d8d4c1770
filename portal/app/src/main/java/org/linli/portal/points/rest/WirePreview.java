package org.linli.portal.points.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.points.rule.Preview;
import org.linli.portal.points.rule.RuleArithmetic.Limit;

/** How a preview looks as JSON. */
final class WirePreview {
    private WirePreview() {}

    /** What a draft would have given. */
    @Schema(name = "PointsRulePreview")
    public record PreviewJson(
            LocalDate from,
            LocalDate to,

            @Schema(description = "The edition in force, with which the draft is compared")
            int edition,

            long services,
            long people,

            @Schema(example = "12840.5", description = "What was really paid, by the rules of that time")
            String paid,

            @Schema(example = "12840.5", description = "What the edition in force would have given")
            String current,

            @Schema(example = "13920", description = "What the draft would have given")
            String draft,

            long servicesWithoutPointsNow,
            long servicesWithoutPointsThen,
            @Schema(description = "At most ten") List<PersonJson> winners,
            @Schema(description = "At most ten") List<PersonJson> losers,

            @Schema(description = "By what they would have earned, at most 500")
            List<PersonJson> earners,

            @Schema(description = "Earn something now and would earn nothing, the first fifty")
            List<ServiceJson> nothing) {
        static PreviewJson of(Preview preview, Locale locale) {
            Preview.Totals totals = preview.totals();
            return new PreviewJson(
                    preview.from(),
                    preview.to(),
                    preview.edition(),
                    totals.records(),
                    totals.people(),
                    Points.format(totals.paid()),
                    Points.format(totals.current()),
                    Points.format(totals.draft()),
                    totals.nothingNow(),
                    totals.nothingThen(),
                    preview.winners().stream().map(PersonJson::of).toList(),
                    preview.losers().stream().map(PersonJson::of).toList(),
                    preview.people().stream().map(PersonJson::of).toList(),
                    preview.nothing().stream()
                            .map(service -> ServiceJson.of(service, locale))
                            .toList());
        }
    }

    /** What one person would have earned. */
    @Schema(name = "PointsRulePreviewPerson")
    public record PersonJson(String personId, String name, long services, String current, String draft, String change) {
        static PersonJson of(Preview.Person person) {
            return new PersonJson(
                    Long.toString(person.id()),
                    person.name(),
                    person.services(),
                    Points.format(person.current()),
                    Points.format(person.draft()),
                    Points.format(person.change()));
        }
    }

    /** A service that would earn nothing any more. */
    @Schema(name = "PointsRulePreviewService")
    public record ServiceJson(
            String recordId,
            String personName,
            LocalDate servedOn,
            String item,
            int minutes,
            String current,

            @Schema(implementation = Limit.class, description = "NONE: a rate or weight of zero")
            String limit) {
        static ServiceJson of(Preview.Service service, Locale locale) {
            boolean chinese = Language.CHINESE.equals(Language.closest(locale));
            String english = service.itemNameEn();
            return new ServiceJson(
                    Long.toString(service.recordId()),
                    service.personName(),
                    service.servedOn(),
                    chinese || english.isEmpty() ? service.itemName() : english,
                    service.minutes(),
                    Points.format(service.current()),
                    service.limit().name());
        }
    }
}
