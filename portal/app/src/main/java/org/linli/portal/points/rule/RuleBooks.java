package org.linli.portal.points.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.platform.persistence.Sql;

/**
 * The editions of communities' rules. On a day the highest edition whose date has come holds: who publishes anew before
 * an edition takes effect replaces it. Knows no callers.
 */
@ApplicationScoped
public class RuleBooks {
    private static final String EDITION =
            "SELECT edition, valid_from, content, note, made_by, made_at FROM points_rule WHERE community_id = ?";

    private final Sql sql;

    @Inject
    public RuleBooks(Sql sql) {
        this.sql = sql;
    }

    /** The edition that decides about services of the community that ended on that day (Asia/Shanghai). */
    public Edition inForce(long communityId, LocalDate day) {
        return sql.first(
                        EDITION + " AND valid_from <= ? ORDER BY edition DESC LIMIT 1",
                        RuleBooks::edition,
                        communityId,
                        day)
                .orElse(Edition.BUILT_IN);
    }

    /** All editions of the community, the latest first, the built-in one last. */
    public List<Edition> all(long communityId) {
        List<Edition> editions = sql.list(EDITION + " ORDER BY edition DESC", RuleBooks::edition, communityId);
        editions.add(Edition.BUILT_IN);
        return editions;
    }

    private static Edition edition(Sql.Row row) throws SQLException {
        return new Edition(
                row.integer(1),
                LocalDate.parse(row.text(2)),
                RuleBook.ofJson(row.text(3)),
                row.text(4),
                row.number(5),
                row.instant(6));
    }
}
