package org.linli.portal.hours.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.linli.portal.hours.StarScale;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** Star scales of districts. Knows no callers. */
@ApplicationScoped
public class StarRows {
    private final Sql sql;
    private final Clock clock;

    @Inject
    public StarRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The scale of a district, the national one without a row. */
    public StarScale of(long districtId) {
        return sql.first(
                        "SELECT one, two, three, four, five, version FROM star_scale WHERE district_id = ?",
                        row -> new StarScale(
                                districtId,
                                List.of(row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)),
                                row.number(6)),
                        districtId)
                .orElseGet(() -> new StarScale(districtId, StarScale.NATIONAL, 0));
    }

    /** Changes what was seen; false when somebody was faster. */
    public boolean change(StarScale seen, List<Integer> hours, long by) {
        List<Object> values = new ArrayList<>(hours);
        values.add(by);
        values.add(clock.instant());
        values.add(seen.districtId());
        if (seen.version() > 0) {
            values.add(seen.version());
            return sql.update(
                            "UPDATE star_scale SET one = ?, two = ?, three = ?, four = ?, five = ?, changed_by = ?,"
                                    + " changed_at = ?, version = version + 1 WHERE district_id = ? AND version = ?",
                            values.toArray())
                    == 1;
        }
        try {
            sql.update(
                    "INSERT INTO star_scale (one, two, three, four, five, changed_by, changed_at, district_id, version)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    values.toArray());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                return false;
            }
            throw e;
        }
    }
}
