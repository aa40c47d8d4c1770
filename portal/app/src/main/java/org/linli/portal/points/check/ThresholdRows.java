package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.linli.portal.platform.persistence.Sql;

/** What communities set. */
@ApplicationScoped
class ThresholdRows {
    private final Sql sql;

    @Inject
    ThresholdRows(Sql sql) {
        this.sql = sql;
    }

    /** The thresholds of that community. */
    Thresholds of(long communityId) {
        Map<Threshold, Integer> set = new EnumMap<>(Threshold.class);
        sql.list(
                        "SELECT code, number FROM check_threshold WHERE community_id = ?",
                        row -> Map.entry(row.constant(1, Threshold.class), row.integer(2)),
                        communityId)
                .forEach(one -> set.put(one.getKey(), one.getValue()));
        return new Thresholds(set);
    }

    /** Keeps what differs from the usual, and nothing else. */
    void save(long communityId, Thresholds thresholds) {
        sql.update("DELETE FROM check_threshold WHERE community_id = ?", communityId);
        thresholds.numbers().forEach((threshold, number) -> {
            if (number != threshold.usual()) {
                sql.update(
                        "INSERT INTO check_threshold (community_id, code, number) VALUES (?, ?, ?)",
                        communityId,
                        threshold,
                        number);
            }
        });
    }
}
