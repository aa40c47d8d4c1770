package org.linli.acceptance.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.RunningPortal;

/** Compares letters with the portal's tables: what was acknowledged is there once, what was refused is not there. */
final class Delivered {
    private static final Pattern KEY = Pattern.compile("kill-[0-9a-f-]{36}");

    private final RunningPortal portal;
    private final Letters letters;

    Delivered(RunningPortal portal, Letters letters) {
        this.portal = portal;
        this.letters = letters;
    }

    /** One line for each letter that is lost, doubled or was done although it was refused. */
    List<String> wrong(Crowd crowd) {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement()) {
            named(
                    statement,
                    Letters.Kind.AWARD,
                    "SELECT id, receipt FROM points_transaction WHERE reason = 'AWARD'",
                    wrong);
            named(statement, Letters.Kind.DONATION, "SELECT id, message FROM points_donation", wrong);
            named(
                    statement,
                    Letters.Kind.REVIEW,
                    "SELECT order_id, comment FROM review WHERE comment IS NOT NULL",
                    wrong);
            redemptions(statement, crowd, wrong);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return wrong;
    }

    private void named(Statement statement, Letters.Kind kind, String query, List<String> wrong) throws SQLException {
        Map<String, List<String>> made = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Matcher key = KEY.matcher(rows.getString(2));
                if (key.find()) {
                    made.computeIfAbsent(key.group(), k -> new ArrayList<>()).add(rows.getString(1));
                }
            }
        }
        for (Letters.Letter letter : letters.all()) {
            List<String> facts = made.getOrDefault(letter.key, List.of());
            if (letter.kind == kind && facts.size() != (letter.isDone() ? 1 : 0)) {
                wrong.add(kind + " " + letter.key + " stands " + facts.size() + " times, answered " + letter.text());
            }
        }
    }

    private void redemptions(Statement statement, Crowd crowd, List<String> wrong) throws SQLException {
        Set<String> made = new HashSet<>();
        String people = crowd.members().stream()
                .map(member -> Long.toString(member.id()))
                .collect(Collectors.joining(", "));
        try (ResultSet rows = statement.executeQuery("SELECT id FROM redemption WHERE person_id IN (" + people + ")")) {
            while (rows.next()) {
                made.add(rows.getString(1));
            }
        }
        List<String> answered = letters.all().stream()
                .filter(letter -> letter.kind == Letters.Kind.REDEMPTION && letter.isDone())
                .map(Letters.Letter::id)
                .toList();
        Set<String> distinct = new HashSet<>(answered);
        if (distinct.size() != answered.size()) {
            wrong.add("two keys were answered with the same redemption");
        }
        answered.stream().filter(id -> !made.contains(id)).forEach(id -> wrong.add("redemption " + id + " is lost"));
        made.stream()
                .filter(id -> !distinct.contains(id))
                .forEach(id -> wrong.add("redemption " + id + " was acknowledged to nobody"));
    }
}
