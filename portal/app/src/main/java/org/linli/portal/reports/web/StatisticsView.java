package org.linli.portal.reports.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.reports.Figures;
import org.linli.portal.reports.OrderRow;
import org.linli.portal.reports.Period;
import org.linli.portal.reports.ServiceRow;
import org.linli.portal.reports.Statistics;
import org.linli.portal.reports.StatisticsQueries;

/** Figures of a unit, those below it beside each other, down to the rows. The address says all that is shown. */
@Named("statisticsView")
@RequestScoped
public class StatisticsView {
    private static final String ORDERS = "orders";
    private static final String SERVICES = "services";
    private static final double MINUTES_PER_HOUR = 60;

    private final StatisticsQueries queries;
    private final StatisticsChart chart;

    private @Nullable String unit;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String rows;
    private @Nullable String cursor;

    private @Nullable Statistics statistics;
    private @Nullable Period asked;
    private @Nullable Page<OrderRow> orders;
    private @Nullable Page<ServiceRow> services;

    @Inject
    public StatisticsView(StatisticsQueries queries, StatisticsChart chart) {
        this.queries = queries;
        this.chart = chart;
    }

    /** Reads what the page shows. */
    public void load() {
        Long unitId = unit == null ? null : (Long) Id.ofPath(unit);
        Period period = Period.of(from, to, queries.today());
        asked = period;
        statistics = queries.statistics(unitId, period);
        if (!statistics.detailed()) {
            return;
        }
        if (ORDERS.equals(rows)) {
            orders = queries.orders(statistics.unit().id(), period, Window.of(cursor, null));
        } else if (SERVICES.equals(rows)) {
            services = queries.services(statistics.unit().id(), period, Window.of(cursor, null));
        }
    }

    /** What is shown. */
    public @Nullable Statistics getShown() {
        return statistics;
    }

    /** Address of this page for another unit, at the same time. */
    public String unitHref(long unitId) {
        return "?unit=" + unitId + time();
    }

    /** Address of the rows behind the figures. */
    public String rowsHref(String which) {
        return unitHref(shown().unit().id()) + "&rows=" + which + "#rows";
    }

    /** Address of the last so many days. */
    public String daysHref(int days) {
        LocalDate today = queries.today();
        return "?unit=" + shown().unit().id() + "&from=" + today.minusDays(days - 1L) + "&to=" + today;
    }

    /** Whether the last so many days are shown. */
    public boolean shows(int days) {
        Period period =
                asked == null ? shown().period() : asked; // whoever reads whole months chose these days all the same
        return period.to().equals(queries.today())
                && period.from().equals(period.to().minusDays(days - 1L));
    }

    /** Address of the CSV. */
    public String getCsvHref() {
        return "/api/v1/statistics/export.csv" + unitHref(shown().unit().id());
    }

    /** Address of the rows that follow, empty at the end. */
    public String getNextHref() {
        String next = orders != null ? orders.nextCursor() : services != null ? services.nextCursor() : null;
        return next == null ? "" : unitHref(shown().unit().id()) + "&rows=" + rows + "&cursor=" + next + "#rows";
    }

    public List<OrderRow> getOrders() {
        return orders == null ? List.of() : orders.items();
    }

    public List<ServiceRow> getServices() {
        return services == null ? List.of() : services.items();
    }

    /** Orders in the state of that name, empty when there are none. */
    public String count(String status) {
        long count = shown().figures().in(OrderStatus.valueOf(status));
        return count == 0 ? "" : String.valueOf(count);
    }

    /** Whole hours of service. */
    public long hours(Figures figures) {
        return Math.round(figures.minutes() / MINUTES_PER_HOUR);
    }

    /** Orders that are done. */
    public long closed(Figures figures) {
        return figures.in(OrderStatus.CLOSED);
    }

    /** Orders of the units below as a chart. */
    public String getChart() {
        return chart.of(shown());
    }

    /** The chart in words. */
    public String getChartWords() {
        return chart.words(shown());
    }

    private String time() {
        return from == null && to == null
                ? ""
                : "&from=" + shown().period().from() + "&to=" + shown().period().to();
    }

    private Statistics shown() {
        if (statistics == null) {
            throw new IllegalStateException("nothing loaded");
        }
        return statistics;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getRows() {
        return rows;
    }

    public void setRows(@Nullable String rows) {
        this.rows = rows;
    }

    public @Nullable String getCursor() {
        return cursor;
    }

    public void setCursor(@Nullable String cursor) {
        this.cursor = cursor;
    }
}
