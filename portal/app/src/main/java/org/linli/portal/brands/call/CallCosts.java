package org.linli.portal.brands.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.OperatorRight;
import org.linli.portal.platform.persistence.Sql;

/** What brands did and cost, for the portal's operators. */
@ApplicationScoped
public class CallCosts {
    private static final int MOST = 500;

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
     * @param failures among the calls, too slow ones included
     * @param meanMicros time of a call on average
     * @param slowestMicros time of the slowest
     * @param open whether the plugin is left alone there just now, on this node
     */
    public record Cost(
            String brandId,
            String communityName,
            Point point,
            long calls,
            long failures,
            long meanMicros,
            long slowestMicros,
            boolean open) {}

    /** What was asked within that time, by brand, community and point; at most 500 lines, the last minute may be missing. */
    public List<Cost> within(Duration time) {
        right.require();
        return sql.list(
                "SELECT c.brand, u.name, c.community_id, c.point, SUM(c.calls), SUM(c.failures),"
                        + " SUM(c.micros) DIV GREATEST(SUM(c.calls), 1), MAX(c.slowest)"
                        + " FROM brand_call c JOIN org_unit u ON u.id = c.community_id WHERE c.minute >= ?"
                        + " GROUP BY c.brand, u.name, c.community_id, c.point"
                        + " ORDER BY c.brand, u.name, c.community_id, c.point LIMIT ?",
                row -> {
                    Point point = Point.valueOf(row.text(4).toUpperCase(Locale.ROOT));
                    CallKey key = new CallKey(new BrandRef(row.text(1), row.number(3)), point);
                    return new Cost(
                            row.text(1),
                            row.text(2),
                            point,
                            row.number(5),
                            row.number(6),
                            row.number(7),
                            row.number(8),
                            breakers.isOpen(key));
                },
                clock.instant().minus(time),
                MOST);
    }
}
