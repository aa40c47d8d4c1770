package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleChange;
import org.linli.portal.points.rule.RuleChange.What;

/** Rules in the reader's words. */
@Named("ruleWords")
@RequestScoped
public class RuleWords {
    private final Texts texts;
    private final Language language;
    private final Catalogue catalogue;
    private final Map<String, String> names = new HashMap<>();

    @Inject
    public RuleWords(Texts texts, Language language, Catalogue catalogue) {
        this.texts = texts;
        this.language = language;
        this.catalogue = catalogue;
    }

    /** A line of what a rule says. */
    public record Line(String label, String value) {}

    /** All that a rule says. */
    public List<Line> lines(RuleBook book) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(What.DAY_CAP, book.caps().day()));
        lines.add(line(What.MONTH_CAP, book.caps().month()));
        lines.add(line(What.MINIMUM_SHARE, book.minimumShare()));
        StringBuilder weights = new StringBuilder();
        for (Grade grade : Grade.values()) {
            weights.append(weights.isEmpty() ? "" : " · ")
                    .append(grade)
                    .append(' ')
                    .append(book.weight(grade))
                    .append('%');
        }
        lines.add(new Line(texts.get("points.rules.weights"), weights.toString()));
        for (NominationKind kind : NominationKind.values()) {
            lines.add(new Line(label(What.BONUS, kind.name()), value(What.BONUS, book.bonus(kind))));
        }
        book.items().forEach((id, item) -> {
            String rate = value(What.RATE, item.rate());
            lines.add(new Line(
                    name(id.toString()),
                    item.difficulty() == RuleBook.FULL
                            ? rate
                            : texts.of("points.rules.item.both", rate, item.difficulty())));
        });
        return lines;
    }

    private Line line(What what, long value) {
        return new Line(label(what, ""), value(what, value));
    }

    /** What a change is about. */
    public String label(RuleChange change) {
        return label(change.what(), change.subject());
    }

    /** From what to what. */
    public String step(RuleChange change) {
        return value(change.what(), change.before()) + " → " + value(change.what(), change.after());
    }

    private String label(What what, String subject) {
        String of =
                switch (what) {
                    case RATE, DIFFICULTY -> name(subject);
                    case BONUS -> texts.get("points.nomination." + subject);
                    default -> subject;
                };
        return texts.of("points.rules.what." + what, of);
    }

    private String value(What what, @Nullable Long value) {
        if (value == null) {
            return texts.get("points.rules.ofOrder");
        }
        return switch (what) {
            case RATE -> texts.of("points.receipt.rate.value", Points.format(value));
            case DAY_CAP, MONTH_CAP ->
                value == 0 ? texts.get("points.rules.noCap") : texts.of("points.receipt.points", Points.format(value));
            case BONUS ->
                value == 0
                        ? texts.get("points.rules.noBonus")
                        : texts.of("points.receipt.points", Points.format(value));
            case MINIMUM_SHARE ->
                value == 0 ? texts.get("points.rules.noShare") : texts.of("points.rules.share", value);
            case DIFFICULTY, WEIGHT -> value + "%";
        };
    }

    /** Name of the item with that id. */
    public String name(String itemId) {
        return names.computeIfAbsent(itemId, id -> name(catalogue.item(Long.parseLong(id))));
    }

    /** Name of the item. */
    public String name(CatalogueItem item) {
        return name(item.name(), item.nameEn());
    }

    /** The English name where there is one and it is wanted. */
    public String name(String chinese, String english) {
        return language.isChinese() || english.isEmpty() ? chinese : english;
    }
}
