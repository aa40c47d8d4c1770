package org.linli.portal.activities.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.linli.portal.platform.persistence.Sql;

/** The digits of a date and who entered them: once each, kept for ever. */
@ApplicationScoped
public class CheckIns {
    private final Sql sql;

    @Inject
    public CheckIns(Sql sql) {
        this.sql = sql;
    }

    /** Sets the digits unless there are some; false when there were. */
    public boolean open(long activityId, String code) {
        return sql.update(
                        "UPDATE activity SET check_in_code = ? WHERE id = ? AND check_in_code IS NULL",
                        code,
                        activityId)
                == 1;
    }

    /** The digits, empty until it is open. */
    public Optional<String> code(long activityId) {
        return sql.first(
                        "SELECT check_in_code FROM activity WHERE id = ?",
                        row -> Optional.ofNullable(row.textOrNull(1)),
                        activityId)
                .flatMap(code -> code);
    }

    /** Somebody is there; again changes nothing. */
    public void add(long activityId, long personId, Instant now) {
        sql.update(
                "INSERT IGNORE INTO activity_check_in (activity_id, person_id, at) VALUES (?, ?, ?)",
                activityId,
                personId,
                now);
    }

    /** Who is there. */
    public Set<Long> people(long activityId) {
        return new HashSet<>(sql.list(
                "SELECT person_id FROM activity_check_in WHERE activity_id = ?", row -> row.number(1), activityId));
    }
}
