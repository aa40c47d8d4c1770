package org.linli.acceptance.brands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.linli.acceptance.RunningPortal;

/** What stands in the portal's tables. */
final class Rows {
    private Rows() {}

    /** The first column of all rows. */
    static List<String> texts(RunningPortal portal, String sql, Object... values) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = portal.connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return texts;
    }

    static long count(RunningPortal portal, String sql, Object... values) {
        return Long.parseLong(texts(portal, sql, values).get(0));
    }

    static void update(RunningPortal portal, String sql, Object... values) {
        try (Connection connection = portal.connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
