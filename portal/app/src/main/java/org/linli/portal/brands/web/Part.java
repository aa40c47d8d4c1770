package org.linli.portal.brands.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.page.Widget;

/**
 * A widget ready to be drawn.
 *
 * @param kind simple name of the widget
 * @param index its place on the page
 * @param widget as the brand gave it
 * @param model what was made of it for drawing, null when it is drawn as it is
 */
public record Part(
        String kind, int index, Widget widget, @Nullable Object model) {

    /** What to say when there is nothing; the page cannot ask itself, {@code empty} is a word of its language. */
    public String none() {
        if (widget instanceof Widget.Cards cards) {
            return cards.empty();
        }
        return widget instanceof Widget.Table table ? table.empty() : "";
    }

    /** A thing with an address. */
    public record Linked(Object item, String href) {}

    /** Things with addresses. */
    public record Links(List<Linked> items) {}

    /** A picture. */
    public record Picture(String id, String href) {}

    /** A form with what was typed and what is wrong with it. */
    public record Form(int index, boolean files, List<Field> fields, List<String> problems) {
        public boolean isBad() {
            return !problems.isEmpty()
                    || fields.stream().anyMatch(field -> !field.error().isEmpty());
        }
    }

    /**
     * An input.
     *
     * @param id in the page, also of its parts
     * @param name in the request
     * @param value what it shows, empty for nothing
     * @param error what is wrong with it, empty for nothing
     */
    public record Field(
            String id,
            String name,
            String kind,
            Widget.Field field,
            String value,
            String error,
            List<Choice> choices,
            List<Picture> pictures) {
        /** Ids of what describes it, for screen readers; null for none. */
        public @Nullable String describedBy() {
            String hint = field.hint().isEmpty() ? "" : id + "-hint";
            String wrong = error.isEmpty() ? "" : id + "-error";
            String both = (hint + " " + wrong).strip();
            return both.isEmpty() ? null : both;
        }
    }

    /**
     * What may be chosen.
     *
     * @param state {@code on} for what is chosen; of a checklist {@code ok}, {@code bad} or {@code na}; empty for nothing
     */
    public record Choice(String id, String value, String label, String state, String note, List<Picture> pictures) {}

    /** A chart in a box of 640 by 260. */
    public record Chart(List<Bar> bars, List<Line> lines, List<Mark> marks, List<Series> series, List<Row> rows) {
        /** A bar. */
        public record Bar(double x, double y, double width, double height, int series, String value, double middle) {}

        /** A line through points, as SVG wants them. */
        public record Line(String points, int series, List<Bar> dots) {}

        /** A word below; every other one gives way where there is little room. */
        public record Mark(double x, String text, boolean odd) {}

        /** A name and its colour. */
        public record Series(String name, int number) {}

        /** The numbers of a label, in the order of the series. */
        public record Row(String label, List<String> values) {}
    }

    /**
     * A schematic map.
     *
     * @param columns how many grids stand side by side
     * @param rest how many of them have none
     */
    public record Map(int columns, List<Cell> cells, List<Cell> some, int rest) {
        /**
         * A grid.
         *
         * @param nickname what stands in brackets behind its name, may be empty
         * @param level 0 for none, up to 3 for much
         */
        public record Cell(String name, String nickname, long value, int level, String href) {}
    }
}
