package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;

/** What brands may know of volunteers when they rank them, and the core's own ranking does not need. */
@ApplicationScoped
public class CandidateFacts {
    private final Sql sql;

    @Inject
    public CandidateFacts(Sql sql) {
        this.sql = sql;
    }

    /** Home, codes of teams and codes of skills. */
    public record Home(String unitId, Set<String> teams, Set<String> skills) {}

    /** Of all volunteers of a community. */
    public Map<Long, Home> of(long communityId) {
        Map<Long, Set<String>> teams = codes(
                "SELECT m.person_id, t.code FROM team_member m JOIN team t ON t.id = m.team_id"
                        + " JOIN person p ON p.id = m.person_id WHERE p.community_id = ?",
                communityId);
        Map<Long, Set<String>> skills = codes(
                "SELECT s.person_id, s.skill_code FROM volunteer_skill s JOIN person p ON p.id = s.person_id"
                        + " WHERE p.community_id = ?",
                communityId);
        Map<Long, Home> homes = new HashMap<>();
        sql.list(
                        "SELECT p.id, p.home_unit_id FROM volunteer v JOIN person p ON p.id = v.person_id"
                                + " WHERE p.community_id = ?",
                        row -> Map.entry(row.number(1), Long.toString(row.number(2))),
                        communityId)
                .forEach(e ->
                        homes.put(e.getKey(), new Home(e.getValue(), of(teams, e.getKey()), of(skills, e.getKey()))));
        return homes;
    }

    private static Set<String> of(Map<Long, Set<String>> codes, long person) {
        @Nullable Set<String> found = codes.get(person);
        return found == null ? Set.of() : found;
    }

    private Map<Long, Set<String>> codes(String query, long communityId) {
        List<Map.Entry<Long, String>> rows = sql.list(query, row -> Map.entry(row.number(1), row.text(2)), communityId);
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
