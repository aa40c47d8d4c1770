package org.linli.portal.points.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.notices.Audience;
import org.linli.portal.platform.persistence.Sql;

/** Who has points of the community. */
@ApplicationScoped
public class PointsOwners implements Audience {
    static final String NAME = "points-owners";

    private final Sql sql;

    @Inject
    public PointsOwners(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Long> after(long communityId, long personId, int limit) {
        return sql.list(
                "SELECT a.owner_id FROM points_account a JOIN member_balance b ON b.account_id = a.id"
                        + " WHERE a.community_id = ? AND a.kind = 'MEMBER' AND a.owner_id > ? AND b.balance > 0"
                        + " ORDER BY a.owner_id LIMIT ?",
                row -> row.number(1),
                communityId,
                personId,
                limit);
    }
}
