package org.linli.portal.points.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.Grade;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/** A rule as it is typed in; amounts in points, empty for no bound. */
public class RuleForm implements Serializable {
    private static final long serialVersionUID = 1L;

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

    RuleBook read() {
        Map<Grade, Integer> percents = new EnumMap<>(Grade.class);
        weights.forEach(
                (grade, text) -> percents.put(Grade.valueOf(grade), percent(text, "weight" + grade, RuleBook.FULL)));
        Map<NominationKind, Long> gifts = new EnumMap<>(NominationKind.class);
        bonuses.forEach((kind, text) -> gifts.put(NominationKind.valueOf(kind), points(text, "bonus" + kind)));
        Map<Long, ItemRule> special = new HashMap<>();
        for (ItemLine line : items) {
            Long rate = line.rate == null || line.rate.isBlank() ? null : (Long) points(line.rate, "items");
            special.put(line.id, new ItemRule(rate, percent(line.difficulty, "items", RuleBook.FULL)));
        }
        Caps caps = new Caps(points(dayCap, "dayCap"), points(monthCap, "monthCap"));
        return new RuleBook(special, percents, caps, percent(minimumShare, "minimumShare", 0), gifts);
    }

    private static long points(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        return Points.parse(text)
                .orElseThrow(() -> DomainException.invalidField(field, "points.no-amount"))
                .hundredths();
    }

    private static int percent(@Nullable String text, String field, int usual) {
        try {
            return text == null || text.isBlank() ? usual : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw DomainException.invalidField(field, "points.no-percent");
        }
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
