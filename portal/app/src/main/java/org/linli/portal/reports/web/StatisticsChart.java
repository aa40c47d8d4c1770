package org.linli.portal.reports.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.i18n.Texts;
import org.linli.portal.platform.json.JsonText;
import org.linli.portal.reports.Statistics;

/** Units beside each other as bars, as Chart.js reads them, and the same in words. */
@RequestScoped
public class StatisticsChart {
    private static final String BLUE = "#0B57A4";
    private static final String GREEN = "#1B7A3D";
    private static final int MOST_BARS = 24;

    private Texts texts;

    @SuppressWarnings("NullAway") // only the container's client proxy is made this way, it has no state
    protected StatisticsChart() {}

    @Inject
    public StatisticsChart(Texts texts) {
        this.texts = texts;
    }

    /** The chart's description. */
    String of(Statistics statistics) {
        JsonArrayBuilder labels = JsonText.array();
        JsonArrayBuilder all = JsonText.array();
        JsonArrayBuilder closed = JsonText.array();
        for (Statistics.Child child : bars(statistics)) {
            labels.add(child.unit().name());
            all.add(child.figures().total());
            closed.add(child.figures().in(OrderStatus.CLOSED));
        }
        JsonObjectBuilder data = JsonText.object()
                .add("labels", labels)
                .add(
                        "datasets",
                        JsonText.array()
                                .add(bar(texts.of("reports.orders"), all, BLUE))
                                .add(bar(texts.of("reports.closed"), closed, GREEN)));
        JsonObjectBuilder options = JsonText.object()
                .add("maintainAspectRatio", false)
                .add(
                        "plugins",
                        JsonText.object().add("legend", JsonText.object().add("position", "bottom")));
        return JsonText.object()
                .add("type", "bar")
                .add("data", data)
                .add("options", options)
                .build()
                .toString();
    }

    /** The chart in words, for those who hear it. */
    String words(Statistics statistics) {
        return bars(statistics).stream()
                .map(child -> texts.of(
                        "reports.chart.words",
                        child.unit().name(),
                        child.figures().total(),
                        child.figures().in(OrderStatus.CLOSED)))
                .collect(Collectors.joining(texts.of("reports.chart.separator")));
    }

    private static List<Statistics.Child> bars(Statistics statistics) {
        return statistics.children().stream()
                .filter(child -> !child.figures().hidden())
                .limit(MOST_BARS)
                .toList();
    }

    private static JsonObjectBuilder bar(String label, JsonArrayBuilder data, String colour) {
        return JsonText.object().add("label", label).add("data", data).add("backgroundColor", colour);
    }
}
