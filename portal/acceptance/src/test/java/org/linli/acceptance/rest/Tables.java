package org.linli.acceptance.rest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.acceptance.RunningPortal;

/** The portal's tables as tests look at them and prepare them. */
final class Tables {
    // below all ids of the portal, which are made of the time
    private static final AtomicLong NEXT_ID = new AtomicLong(System.currentTimeMillis() * 1000);

    private final RunningPortal portal;

    Tables(RunningPortal portal) {
        this.portal = portal;
    }

    /** The first column of the first row. */
    String text(String query) {
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("nothing found by " + query);
            }
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    long number(String query) {
        return Long.parseLong(text(query));
    }

    /** Gives a role at home since yesterday; its id. */
    String grant(long person, String role, String status) {
        long grant = NEXT_ID.incrementAndGet();
        change("INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at) SELECT "
                + grant
                + ", id, community_id, '" + role + "', '" + status
                + "', CURRENT_DATE - INTERVAL 1 DAY, NOW(6) FROM person WHERE id = " + person);
        return Long.toString(grant);
    }

    /** Leaves a notice. */
    void notice(long person) {
        long notice = NEXT_ID.incrementAndGet();
        change("INSERT INTO notice (id, person_id, code, dedup_key, created_at) VALUES (" + notice + ", " + person
                + ", 'people.welcome', '" + notice + "', NOW(6))");
    }

    void change(String statement) {
        try (Connection connection = portal.connect();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
