package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.call.CallCosts;

/** What brands did and cost lately. */
@Named("brandCallsPage")
@RequestScoped
public class BrandCallsPage {
    private static final int DAY = 24;
    private static final int MONTH = 30 * DAY;
    private static final double MICROS_IN_A_MILLISECOND = 1000;

    private final CallCosts costs;
    private @Nullable Integer hours;
    private @Nullable List<CallCosts.Cost> lines;

    @Inject
    public BrandCallsPage(CallCosts costs) {
        this.costs = costs;
    }

    public List<CallCosts.Cost> getLines() {
        if (lines == null) {
            lines = costs.within(Duration.ofHours(hours()));
        }
        return lines;
    }

    /** Milliseconds, with a tenth where that says something. */
    public String millis(long micros) {
        double millis = micros / MICROS_IN_A_MILLISECOND;
        return millis < 10 ? String.valueOf(Math.round(millis * 10) / 10.0) : String.valueOf(Math.round(millis));
    }

    private int hours() {
        return hours == null ? DAY : Math.max(1, Math.min(MONTH, hours));
    }

    /** The hours that can be chosen. */
    public List<Integer> getChoices() {
        return List.of(1, DAY, MONTH);
    }

    public @Nullable Integer getHours() {
        return hours();
    }

    public void setHours(@Nullable Integer hours) {
        this.hours = hours;
    }
}
