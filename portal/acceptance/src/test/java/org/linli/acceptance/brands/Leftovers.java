package org.linli.acceptance.brands;

import java.util.ArrayList;
import java.util.List;
import org.linli.acceptance.RunningPortal;

/**
 * Rows of a brand in a community, in all tables that have columns for both: what the next migration adds is looked at too. Service
 * orders and their items are legal records and stay, without what the brand added; counts of calls are the operator's.
 */
final class Leftovers {
    private static final List<String> STAYS = List.of("service_order", "service_item", "brand_call");

    private Leftovers() {}

    /** One line for each table that has some: name and number. */
    static List<String> of(RunningPortal portal, String brand, String community) {
        List<String> found = new ArrayList<>();
        for (String column : List.of("brand", "brand_id")) {
            for (String table : Rows.texts(
                    portal,
                    "SELECT b.table_name FROM information_schema.columns b JOIN information_schema.columns c"
                            + " ON c.table_schema = b.table_schema AND c.table_name = b.table_name"
                            + " AND c.column_name = 'community_id' WHERE b.table_schema = DATABASE()"
                            + " AND b.column_name = ? ORDER BY 1",
                    column)) {
                long rows = Rows.count(
                        portal,
                        "SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ? AND community_id = ?",
                        brand,
                        community);
                if (rows > 0 && !STAYS.contains(table)) {
                    found.add(table + " " + rows);
                }
            }
        }
        orphans(portal, found);
        return found;
    }

    /** What hangs on an order's extension goes with it. */
    private static void orphans(RunningPortal portal, List<String> found) {
        for (String table : List.of("order_step", "order_participant", "order_live_key")) {
            long rows = Rows.count(
                    portal,
                    "SELECT COUNT(*) FROM " + table
                            + " t LEFT JOIN order_extension e ON e.order_id = t.order_id WHERE e.order_id IS NULL");
            if (rows > 0) {
                found.add(table + " without extension " + rows);
            }
        }
    }
}
