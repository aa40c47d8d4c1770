package org.linli.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tests live faster than people: one resident begins dozens of services within minutes and one pair hundreds. In a portal of
 * tests such days are usual, so that points are paid and not held; the detectors have tests of their own.
 */
final class Pace {
    private static final String USUAL = "INSERT IGNORE INTO check_threshold (community_id, code, number)"
            + " SELECT u.id, t.code, t.number FROM org_unit u JOIN ("
            + "SELECT 'RUSH_SERVICES' AS code, 100000 AS number UNION ALL SELECT 'PAIR_SERVICES', 100000"
            + " UNION ALL SELECT 'OVERLAP_MINUTES', 600 UNION ALL SELECT 'METRES_PER_MINUTE', 100000"
            + ") t WHERE u.level = 'COMMUNITY'";

    private Pace() {}

    /** Lets the communities of that portal take such days for usual. */
    static void ofTests(RunningPortal portal) {
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(USUAL);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
