package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.linli.portal.brands.call.CallCounts.Count;
import org.linli.portal.brands.call.CallCounts.Slot;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.persistence.Sql;

/** Writes down every minute what brands did and cost, and forgets it after thirty days. */
@ApplicationScoped
public class KeepCallCounts implements PeriodicJob {
    private static final Period KEEP = Period.ofDays(30);

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
        Count count = entry.getValue();
        sql.update(
                "INSERT INTO brand_call (brand, community_id, point, minute, calls, failures, micros, slowest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE calls = calls + ?,"
                        + " failures = failures + ?, micros = micros + ?, slowest = GREATEST(slowest, ?)",
                slot.key().brand().brandId(),
                slot.key().brand().communityId(),
                slot.key().point().code(),
                slot.minute(),
                count.calls(),
                count.failures(),
                count.micros(),
                count.slowest(),
                count.calls(),
                count.failures(),
                count.micros(),
                count.slowest());
    }
}
