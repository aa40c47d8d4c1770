package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.portal.brands.call.CallCounts.Count;
import org.linli.portal.brands.call.CallCounts.Slot;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.persistence.Sql;

/** Writes down every minute what brands did and cost, and forgets it after thirty days. */
@ApplicationScoped
public class KeepCallCounts implements PeriodicJob {
    private static final Period KEEP = Period.ofDays(30);
    private static final String INSERT = insert();

    private final CallCounts counts;
    private final Sql sql;
    private final Clock clock;

    @Inject
    public KeepCallCounts(CallCounts counts, Sql sql, Clock clock) {
        this.counts = counts;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        counts.take().forEach(this::keep);
        sql.update(
                "DELETE FROM brand_call WHERE minute < ? LIMIT 5000",
                clock.instant().atZone(ZoneOffset.UTC).minus(KEEP).toInstant());
    }

    private void keep(Map.Entry<Slot, Count> entry) {
        Slot slot = entry.getKey();
        List<Object> values = new ArrayList<>(List.of(
                slot.key().brand().brandId(),
                slot.key().brand().communityId(),
                slot.key().point().code(),
                slot.minute()));
        values.addAll(figures(entry.getValue()));
        sql.update(INSERT, values.toArray());
    }

    private static List<Object> figures(Count count) {
        List<Object> figures = new ArrayList<>(List.of(
                count.calls(), count.failures(), count.timeouts(), count.large(), count.micros(), count.slowest()));
        figures.addAll(count.times().counts());
        return figures;
    }

    private static String insert() {
        List<String> sums = new ArrayList<>(List.of("calls", "failures", "timeouts", "large", "micros"));
        sums.addAll(CallTimes.COLUMNS);
        List<String> columns = new ArrayList<>(List.of("brand", "community_id", "point", "minute"));
        columns.addAll(List.of("calls", "failures", "timeouts", "large", "micros", "slowest"));
        columns.addAll(CallTimes.COLUMNS);
        return "INSERT INTO brand_call (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ") ON DUPLICATE KEY UPDATE "
                + sums.stream()
                        .map(sum -> sum + " = " + sum + " + VALUES(" + sum + ")")
                        .collect(Collectors.joining(", "))
                + ", slowest = GREATEST(slowest, VALUES(slowest))";
    }
}
