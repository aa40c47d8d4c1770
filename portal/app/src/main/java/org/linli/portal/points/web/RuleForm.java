package org.linli.portal.points.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/** A rule as it is typed in; amounts in points, empty for no bound. */
public class RuleForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]{1,6}");

    private @Nullable String dayCap;
    private @Nullable String monthCap;
    private @Nullable String minimumShare;
    private final Map<String, String> weights = new LinkedHashMap<>();
    private final Map<String, String> bonuses = new LinkedHashMap<>();
    private final ArrayList<ItemLine> items = new ArrayList<>();

    /** One service item. */
    public static class ItemLine implements Serializable {
        private static final long serialVersionUID = 1L;

        private final long id;
        private final String name;
        private final long usual;
        private @Nullable String rate;
        private @Nullable String difficulty;

        ItemLine(long id, String name, long usual) {
            this.id = id;
            this.name = name;
            this.usual = usual;
        }

        /** As the fields of REST name it. */
        public String getField() {
            return "items." + id;
        }

        public String getName() {
            return name;
        }

        /** Hundredths of a point for an hour, of the catalogue. */
        public long getUsual() {
            return usual;
        }

        public @Nullable String getRate() {
            return rate;
        }

        public void setRate(@Nullable String rate) {
            this.rate = rate;
        }

        public @Nullable String getDifficulty() {
            return difficulty;
        }

        public void setDifficulty(@Nullable String difficulty) {
            this.difficulty = difficulty;
        }
    }

    static RuleForm of(RuleBook book, List<CatalogueItem> catalogue, RuleWords words) {
        RuleForm form = new RuleForm();
        form.dayCap = amount(book.caps().day());
        form.monthCap = amount(book.caps().month());
        form.minimumShare = Integer.toString(book.minimumShare());
        book.weights().forEach((grade, percent) -> form.weights.put(grade.name(), percent.toString()));
        book.bonuses().forEach((kind, points) -> form.bonuses.put(kind.name(), Points.format(points)));
        for (CatalogueItem item : catalogue) {
            ItemLine line = new ItemLine(item.id(), words.name(item), item.pointsRate());
            ItemRule rule = book.item(item.id());
            line.rate = rule.rate() == null ? "" : Points.format(rule.rate());
            line.difficulty = Integer.toString(rule.difficulty());
            form.items.add(line);
        }
        return form;
    }

    private static String amount(long hundredths) {
        return hundredths == 0 ? "" : Points.format(hundredths);
    }

    /**
     * What was typed.
     *
     * @throws DomainException 400 naming every field that is no number or out of range, as REST names it
     */
    RuleBook read() {
        Violations violations = new Violations();
        Map<Grade, Integer> percents = new EnumMap<>(Grade.class);
        weights.forEach((grade, text) ->
                percents.put(Grade.valueOf(grade), percent(text, RuleBook.FULL, "weights." + grade, violations)));
        Map<NominationKind, Long> gifts = new EnumMap<>(NominationKind.class);
        bonuses.forEach(
                (kind, text) -> gifts.put(NominationKind.valueOf(kind), points(text, "bonuses." + kind, violations)));
        Map<Long, ItemRule> special = new HashMap<>();
        for (ItemLine line : items) {
            String field = "items." + line.id;
            Long rate = isEmpty(line.rate) ? null : (Long) points(line.rate, field + ".rate", violations);
            special.put(
                    line.id,
                    new ItemRule(rate, percent(line.difficulty, RuleBook.FULL, field + ".difficulty", violations)));
        }
        Caps caps = new Caps(points(dayCap, "dayCap", violations), points(monthCap, "monthCap", violations));
        int share = percent(minimumShare, 0, "minimumShare", violations);
        RuleBook book = new RuleBook(special, percents, caps, share, gifts);
        book.check(violations);
        violations.throwIfAny();
        return book;
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static long points(@Nullable String text, String field, Violations violations) {
        Optional<Points> points = isEmpty(text) ? Optional.of(Points.ZERO) : Points.parse(text);
        violations.check(points.isPresent(), field, "points.no-amount");
        return points.orElse(Points.ZERO).hundredths();
    }

    /** A text that is no number counts as the usual one, so that nothing else is said of it. */
    private static int percent(@Nullable String text, int usual, String field, Violations violations) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        boolean number = PERCENT.matcher(text.strip()).matches();
        violations.check(number, field, "points.no-percent");
        return number ? Integer.parseInt(text.strip()) : usual;
    }

    public @Nullable String getDayCap() {
        return dayCap;
    }

    public void setDayCap(@Nullable String dayCap) {
        this.dayCap = dayCap;
    }

    public @Nullable String getMonthCap() {
        return monthCap;
    }

    public void setMonthCap(@Nullable String monthCap) {
        this.monthCap = monthCap;
    }

    public @Nullable String getMinimumShare() {
        return minimumShare;
    }

    public void setMinimumShare(@Nullable String minimumShare) {
        this.minimumShare = minimumShare;
    }

    /** By the grade's letter. */
    public Map<String, String> getWeights() {
        return weights;
    }

    /** By the kind's name. */
    public Map<String, String> getBonuses() {
        return bonuses;
    }

    public List<ItemLine> getItems() {
        return items;
    }
}
