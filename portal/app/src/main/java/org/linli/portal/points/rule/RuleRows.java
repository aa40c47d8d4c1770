package org.linli.portal.points.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** Writes editions, which stay as they are, and the one draft of a community. */
@ApplicationScoped
class RuleRows {
    private final Sql sql;

    @Inject
    RuleRows(Sql sql) {
        this.sql = sql;
    }

    Optional<RuleDraft> draft(long communityId) {
        return sql.first(
                "SELECT content, changed_by, changed_at, version FROM points_rule_draft WHERE community_id = ?",
                row -> new RuleDraft(
                        communityId, RuleBook.ofJson(row.text(1)), row.number(2), row.instant(3), row.number(4)),
                communityId);
    }

    /**
     * Begins a draft.
     *
     * @throws DomainException 409 when there is one
     */
    void begin(RuleDraft draft) {
        try {
            sql.update(
                    "INSERT INTO points_rule_draft (community_id, content, changed_by, changed_at, version)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    draft.communityId(),
                    draft.book().toJson(),
                    draft.changedBy(),
                    draft.changedAt(),
                    draft.version());
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "PRIMARY")) {
                throw DomainException.conflict("points.rule-draft-exists");
            }
            throw e;
        }
    }

    /**
     * Changes the draft whose version is one less.
     *
     * @throws DomainException 412 when somebody changed it meanwhile
     */
    void change(RuleDraft draft) {
        requireOne(sql.update(
                "UPDATE points_rule_draft SET content = ?, changed_by = ?, changed_at = ?, version = ?"
                        + " WHERE community_id = ? AND version = ?",
                draft.book().toJson(),
                draft.changedBy(),
                draft.changedAt(),
                draft.version(),
                draft.communityId(),
                draft.version() - 1));
    }

    /**
     * The draft goes, because it was published or is not wanted.
     *
     * @throws DomainException 412 when somebody changed it meanwhile
     */
    void end(long communityId, long version) {
        requireOne(sql.update(
                "DELETE FROM points_rule_draft WHERE community_id = ? AND version = ?", communityId, version));
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
    }

    /**
     * Keeps a new edition.
     *
     * @return its number
     */
    int publish(RuleDraft draft, LocalDate validFrom, String note, Instant now) {
        long number = sql.number(
                "SELECT COALESCE(MAX(edition), 0) + 1 FROM points_rule WHERE community_id = ?", draft.communityId());
        try {
            sql.update(
                    "INSERT INTO points_rule (id, community_id, edition, valid_from, content, note, made_by, made_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    draft.communityId(),
                    number,
                    validFrom,
                    draft.book().toJson(),
                    note,
                    draft.changedBy(),
                    now);
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "points_rule_edition")) {
                throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
            }
            throw e;
        }
        return (int) number;
    }
}
