package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.OperatorRight;
import org.linli.portal.platform.persistence.Sql;

/** What brands did and cost, for the portal's operators. */
@ApplicationScoped
public class CallCosts {
    private static final int MOST = 500;
    private static final int FIRST_TIME = 11;
    private static final String SELECT =
            "SELECT c.brand, u.name, c.community_id, c.point, SUM(c.calls), SUM(c.failures), SUM(c.timeouts),"
                    + " SUM(c.large), SUM(c.micros) DIV GREATEST(SUM(c.calls), 1), MAX(c.slowest), "
                    + CallTimes.COLUMNS.stream()
                            .map(time -> "SUM(c." + time + ")")
                            .collect(Collectors.joining(", "))
                    + " FROM brand_call c JOIN org_unit u ON u.id = c.community_id WHERE c.minute >= ?"
                    + " GROUP BY c.brand, u.name, c.community_id, c.point"
                    + " ORDER BY c.brand, u.name, c.community_id, c.point LIMIT ?";

    private final Sql sql;
    private final Clock clock;
    private final Breakers breakers;
    private final OperatorRight right;

    @Inject
    public CallCosts(Sql sql, Clock clock, Breakers breakers, OperatorRight right) {
        this.sql = sql;
        this.clock = clock;
        this.breakers = breakers;
        this.right = right;
    }

    /**
     * A point of a brand in a community.
     *
     * @param failures among the calls, those that took too much time or memory included
     * @param timeouts among the failures: took too long
     * @param large among the failures: asked for too much memory
     * @param meanMicros time of a call on average
     * @param times how many took how long
     * @param slowestMicros time of the slowest
     * @param open whether the plugin is left alone there just now, on this node
     */
    public record Cost(
            String brandId,
            String communityName,
            Point point,
            long calls,
            long failures,
            long timeouts,
            long large,
            long meanMicros,
            CallTimes times,
            long slowestMicros,
            boolean open) {
        /** Microseconds that half of the calls took at most. */
        public long p50() {
            return times.percentile(50, slowestMicros);
        }

        /** Microseconds that 99 of a hundred calls took at most. */
        public long p99() {
            return times.percentile(99, slowestMicros);
        }
    }

    /** What was asked within that time, by brand, community and point; at most 500 lines, the last minute may be missing. */
    public List<Cost> within(Duration time) {
        right.require();
        return sql.list(SELECT, this::cost, clock.instant().minus(time), MOST);
    }

    private Cost cost(Sql.Row row) throws SQLException {
        Point point = Point.valueOf(row.text(4).toUpperCase(Locale.ROOT));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < CallTimes.COLUMNS.size(); i++) {
            times.add(row.number(FIRST_TIME + i));
        }
        return new Cost(
                row.text(1),
                row.text(2),
                point,
                row.number(5),
                row.number(6),
                row.number(7),
                row.number(8),
                row.number(9),
                new CallTimes(times),
                row.number(10),
                breakers.isOpen(new CallKey(new BrandRef(row.text(1), row.number(3)), point)));
    }
}
