package org.linli.portal.points.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;
import org.linli.portal.points.rule.RuleChange;
import org.linli.portal.points.rule.RuleDraft;
import org.linli.portal.points.rule.RuleQueries;

/** How rules look as JSON. Amounts are decimal strings in points. */
final class WireRules {
    private WireRules() {}

    /** What a rule says. */
    @Schema(name = "PointsRuleBook")
    public record BookJson(
            @Nullable @Schema(example = "30", description = "Most points a day, no bound when missing")
            String dayCap,

            @Nullable @Schema(example = "400", description = "Most points a month, no bound when missing")
            String monthCap,

            @Nullable
            @Schema(
                    example = "50",
                    description = "Percent of the planned time below which nothing is earned, 0 when missing")
            Integer minimumShare,

            @Nullable @Schema(description = "A grade that is missing counts 100 percent")
            List<WeightJson> weights,

            @Nullable @Schema(description = "A kind that is missing gives nothing")
            List<BonusJson> bonuses,

            @Nullable @Schema(description = "An item that is missing has the order's own rate and no difficulty")
            List<ItemRuleJson> items) {
        static BookJson of(RuleBook book) {
            return new BookJson(
                    cap(book.caps().day()),
                    cap(book.caps().month()),
                    book.minimumShare(),
                    book.weights().entrySet().stream()
                            .map(w -> new WeightJson(w.getKey().name(), w.getValue()))
                            .toList(),
                    book.bonuses().entrySet().stream()
                            .map(b -> new BonusJson(b.getKey().name(), Points.format(b.getValue())))
                            .toList(),
                    book.items().entrySet().stream()
                            .map(i -> ItemRuleJson.of(i.getKey(), i.getValue()))
                            .toList());
        }

        private static @Nullable String cap(long hundredths) {
            return hundredths == 0 ? null : Points.format(hundredths);
        }

        RuleBook read() {
            Map<Grade, Integer> percents = new EnumMap<>(Grade.class);
            for (WeightJson weight : orEmpty(weights)) {
                percents.put(constant(weight.grade(), Grade.class, "weights"), present(weight.percent(), "weights"));
            }
            Map<NominationKind, Long> gifts = new EnumMap<>(NominationKind.class);
            for (BonusJson bonus : orEmpty(bonuses)) {
                gifts.put(
                        constant(bonus.kind(), NominationKind.class, "bonuses"),
                        points(present(bonus.points(), "bonuses"), "bonuses"));
            }
            Map<Long, ItemRule> special = new HashMap<>();
            for (ItemRuleJson item : orEmpty(items)) {
                special.put(Id.ofField(present(item.itemId(), "items"), "items"), item.read());
            }
            Caps caps = new Caps(
                    dayCap == null ? 0 : points(dayCap, "dayCap"), monthCap == null ? 0 : points(monthCap, "monthCap"));
            return new RuleBook(special, percents, caps, minimumShare == null ? 0 : minimumShare, gifts);
        }
    }

    /** What a grade of evidence counts. */
    @Schema(name = "PointsRuleWeight")
    public record WeightJson(
            @Nullable @Schema(required = true, implementation = Grade.class)
            String grade,

            @Nullable @Schema(required = true, example = "100")
            Integer percent) {}

    /** What an approved nomination gives. */
    @Schema(name = "PointsRuleBonus")
    public record BonusJson(
            @Nullable @Schema(required = true, implementation = NominationKind.class)
            String kind,

            @Nullable @Schema(required = true, example = "10")
            String points) {}

    /** What is said of one service item. */
    @Schema(name = "PointsRuleItem")
    public record ItemRuleJson(
            @Nullable @Schema(required = true, example = "169242682982415648")
            String itemId,

            @Nullable @Schema(example = "12", description = "Points an hour, the order's own rate when missing")
            String rate,

            @Nullable @Schema(example = "120", description = "Percent, 100 when missing")
            Integer difficulty) {
        static ItemRuleJson of(long id, ItemRule rule) {
            return new ItemRuleJson(
                    Long.toString(id), rule.rate() == null ? null : Points.format(rule.rate()), rule.difficulty());
        }

        ItemRule read() {
            Long hundredths = rate == null || rate.isBlank() ? null : (Long) points(rate, "items");
            return new ItemRule(hundredths, difficulty == null ? RuleBook.FULL : difficulty);
        }
    }

    /** What differs from the edition before: hundredths of a point as decimal points, or percent. */
    @Schema(name = "PointsRuleChange")
    public record ChangeJson(
            @Schema(implementation = RuleChange.What.class) String what,

            @Schema(description = "Id of the item, grade or kind of nomination; empty where there is only one")
            String subject,

            @Nullable @Schema(example = "10") String before,
            @Nullable @Schema(example = "12") String after) {
        static ChangeJson of(RuleChange change) {
            return new ChangeJson(
                    change.what().name(),
                    change.subject(),
                    text(change, change.before()),
                    text(change, change.after()));
        }

        private static @Nullable String text(RuleChange change, @Nullable Long value) {
            return value == null ? null : change.what().isAmount() ? Points.format(value) : value.toString();
        }
    }

    /** An edition: never changed. */
    @Schema(name = "PointsRuleEdition")
    public record EditionJson(
            @Schema(description = "0 is the rule built into the portal")
            int edition,

            @Schema(implementation = RuleQueries.State.class)
            String state,

            @Nullable @Schema(description = "For services that end on this day or later; missing for the built-in rule")
            LocalDate validFrom,

            String note,
            String madeBy,
            @Nullable Instant madeAt,
            BookJson rule,
            List<ChangeJson> changes) {
        static EditionJson of(RuleQueries.Shown shown) {
            return new EditionJson(
                    shown.edition().number(),
                    shown.state().name(),
                    shown.edition().validFrom(),
                    shown.edition().note(),
                    shown.madeBy(),
                    shown.edition().madeAt(),
                    BookJson.of(shown.edition().book()),
                    shown.changes().stream().map(ChangeJson::of).toList());
        }
    }

    /** The draft of the next edition. */
    @Schema(name = "PointsRuleDraft")
    public record DraftJson(Instant changedAt, BookJson rule, List<ChangeJson> changes) {
        static DraftJson of(RuleDraft draft, List<RuleChange> changes) {
            return new DraftJson(
                    draft.changedAt(),
                    BookJson.of(draft.book()),
                    changes.stream().map(ChangeJson::of).toList());
        }
    }

    /** From when the draft holds, and why it was made. */
    @Schema(name = "NewPointsRuleEdition")
    public record PublicationJson(
            @Nullable @Schema(required = true, format = "date", example = "2026-12-01")
            String validFrom,

            @Nullable @Schema(required = true, example = "鼓励陪诊")
            String note) {}

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw DomainException.invalidField(field, "platform.field-required");
        }
        return value;
    }

    private static long points(String text, String field) {
        return Points.parse(text)
                .orElseThrow(() -> DomainException.invalidField(field, "points.no-amount"))
                .hundredths();
    }

    private static <E extends Enum<E>> E constant(@Nullable String text, Class<E> type, String field) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw DomainException.invalidField(field, "points.unknown-choice", all);
    }
}
