package org.linli.plugin;

import java.time.Instant;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * Says what a completed fact of the brand earns. Pure, so that it can be previewed on history. Called after the fact is
 * committed; failed calls are repeated later. Where a brand declares a policy for an order type, the core's own rate does
 * not apply to it.
 */
public interface PointPolicy extends ExtensionPoint {
    /** What it earns; nothing for nothing. */
    List<Award> award(Context context, Fact fact);

    /**
     * A completed fact.
     *
     * @param kind {@code order:<type>} for a service that was confirmed, {@code activity:<kind>} for one attendance
     * @param sourceId of the order, or of the activity
     * @param personId who served or attended
     * @param minutes served
     * @param at when it ended
     * @param data the order's fields, or the activity's data
     */
    record Fact(String kind, String sourceId, String personId, int minutes, Instant at, Data data) {}

    /**
     * Points for one person. The core posts it once for a fact, person and reason, whatever happens.
     *
     * @param personId who earns
     * @param hundredths of a point, more than 0
     * @param reason a short code, such as {@code round}
     * @param explanation the receipt's line that answers why, in the language of the context
     */
    record Award(String personId, long hundredths, String reason, String explanation) {}
}
