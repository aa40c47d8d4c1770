package org.linli.portal.brands.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.web.Part.Chart;
import org.linli.portal.brands.web.Part.Chart.Bar;

/** Lays a chart out in a box of 640 by 260: no script, and the same numbers stand in a table. */
final class ChartParts {
    private static final double WIDTH = 640;
    private static final double TOP = 34;
    private static final double BOTTOM = 224;
    private static final int MOST_MARKS = 12;
    private static final int MOST_ON_A_PHONE = 6;
    private static final int MOST_SERIES = 6;

    private ChartParts() {}

    static Chart chart(Widget.Chart chart) {
        int labels = Math.max(1, chart.labels().size());
        var all = new TreeMap<>(chart.series());
        double most = all.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Frame frame = new Frame(WIDTH / labels, Math.max(most, 1e-9), Math.min(all.size(), MOST_SERIES));
        List<Bar> bars = new ArrayList<>();
        List<Chart.Line> lines = new ArrayList<>();
        List<Chart.Series> series = new ArrayList<>();
        for (String name : all.keySet()) {
            int number = series.size();
            if (number < MOST_SERIES) {
                series.add(new Chart.Series(name, number));
                List<Bar> own = bars(frame, all.get(name), number, chart.line());
                if (chart.line()) {
                    lines.add(line(own, number));
                } else {
                    bars.addAll(own);
                }
            }
        }
        return new Chart(List.copyOf(bars), List.copyOf(lines), marks(chart.labels(), frame), series, rows(chart));
    }

    private record Frame(double step, double most, int series) {
        double y(double value) {
            return BOTTOM - Math.max(0, value) / most * (BOTTOM - TOP);
        }
    }

    private static List<Bar> bars(Frame frame, List<Double> values, int number, boolean line) {
        List<Bar> bars = new ArrayList<>();
        double width = frame.step() * 0.7 / Math.max(1, frame.series());
        for (int i = 0; i < values.size(); i++) {
            double x = frame.step() * (i + 0.15) + width * number;
            double middle = line ? frame.step() * (i + 0.5) : x + width / 2;
            double y = frame.y(values.get(i));
            bars.add(new Bar(
                    tenth(x), tenth(y), tenth(width), tenth(BOTTOM - y), number, text(values.get(i)), tenth(middle)));
        }
        return bars;
    }

    private static Chart.Line line(List<Bar> bars, int number) {
        StringBuilder points = new StringBuilder();
        bars.forEach(
                bar -> points.append(bar.middle()).append(',').append(bar.y()).append(' '));
        return new Chart.Line(points.toString().strip(), number, List.copyOf(bars));
    }

    private static List<Chart.Mark> marks(List<String> labels, Frame frame) {
        int every = (labels.size() + MOST_MARKS - 1) / MOST_MARKS;
        List<Chart.Mark> marks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i += Math.max(1, every)) {
            boolean odd = labels.size() > MOST_ON_A_PHONE && marks.size() % 2 == 1;
            marks.add(new Chart.Mark(tenth(frame.step() * (i + 0.5)), labels.get(i), odd));
        }
        return marks;
    }

    private static List<Chart.Row> rows(Widget.Chart chart) {
        var all = new TreeMap<>(chart.series());
        List<Chart.Row> rows = new ArrayList<>();
        for (int i = 0; i < chart.labels().size(); i++) {
            int place = i;
            rows.add(new Chart.Row(
                    chart.labels().get(i),
                    all.values().stream()
                            .limit(MOST_SERIES)
                            .map(values -> place < values.size() ? text(values.get(place)) : "")
                            .toList()));
        }
        return rows;
    }

    private static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
