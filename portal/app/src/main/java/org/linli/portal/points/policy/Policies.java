package org.linli.portal.points.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.points.expiry.ExpiryTerms;

/** The policies of communities. Knows no callers: whoever shows one to somebody checks that first. */
@ApplicationScoped
public class Policies {
    private static final String POLICY =
            "SELECT community_id, expiry, months, notice_days, not_before, donations, pool,"
                    + " alone_up_to, panel_size, announce_days, version FROM points_policy WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Policies(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What holds in that community. */
    public PointsPolicy of(long communityId) {
        return sql.first(POLICY + "community_id = ?", Policies::policy, communityId)
                .orElseGet(() -> PointsPolicy.initial(communityId));
    }

    /** The policies under which points expire. */
    public List<PointsPolicy> expiring() {
        return sql.list(POLICY + "expiry <> 'NONE' ORDER BY community_id", Policies::policy);
    }

    /** Whether everybody concerned was told of that due date, so that nobody need be looked for. */
    public boolean isAnnounced(long communityId, LocalDate due) {
        return sql.number(
                        "SELECT COUNT(*) FROM points_policy WHERE community_id = ? AND announced_due = ?",
                        communityId,
                        due)
                > 0;
    }

    /** Everybody concerned was told of that due date. */
    public void announced(PointsPolicy seen, LocalDate due) {
        sql.update(
                "UPDATE points_policy SET announced_due = ? WHERE community_id = ? AND version = ?",
                due,
                seen.communityId(),
                seen.version());
    }

    /** Keeps a policy that was made of the version before it; false when somebody was faster. */
    boolean save(PointsPolicy policy, long by) {
        return policy.version() == 1 ? insert(policy, by) : update(policy, by);
    }

    /** What was announced under other terms is announced anew under these. */
    void forgetAnnouncements(long communityId) {
        sql.update("DELETE FROM points_expiry WHERE community_id = ? AND settled_at IS NULL", communityId);
        sql.update("UPDATE points_policy SET announced_due = NULL WHERE community_id = ?", communityId);
    }

    private boolean insert(PointsPolicy policy, long by) {
        try {
            sql.update(
                    "INSERT INTO points_policy (expiry, months, notice_days, not_before, donations, pool, alone_up_to,"
                            + " panel_size, announce_days, changed_at, changed_by, version, community_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    values(policy, by, policy.communityId()));
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(PointsPolicy policy, long by) {
        return sql.update(
                        "UPDATE points_policy SET expiry = ?, months = ?, notice_days = ?, not_before = ?, donations = ?,"
                                + " pool = ?, alone_up_to = ?, panel_size = ?, announce_days = ?, changed_at = ?,"
                                + " changed_by = ?, version = ? WHERE community_id = ? AND version = ?",
                        values(policy, by, policy.communityId(), policy.version() - 1))
                == 1;
    }

    private @Nullable Object[] values(PointsPolicy policy, long by, Object... keys) {
        ExpiryTerms expiry = policy.expiry();
        @Nullable Object[] values = new @Nullable Object[12 + keys.length];
        @Nullable
        Object[] first = {
            expiry.kind(),
            expiry.months(),
            expiry.noticeDays(),
            expiry.notBefore(),
            policy.gifts().donations(),
            policy.gifts().pool(),
            policy.gifts().aloneUpTo(),
            policy.panel().size(),
            policy.panel().announceDays(),
            clock.instant(),
            by,
            policy.version()
        };
        System.arraycopy(first, 0, values, 0, first.length);
        System.arraycopy(keys, 0, values, first.length, keys.length);
        return values;
    }

    private static PointsPolicy policy(Sql.Row row) throws SQLException {
        String notBefore = row.textOrNull(5);
        ExpiryTerms expiry = new ExpiryTerms(
                row.constant(2, ExpiryTerms.Kind.class),
                row.integer(3),
                row.integer(4),
                notBefore == null ? null : LocalDate.parse(notBefore));
        return new PointsPolicy(
                row.number(1),
                expiry,
                new PointsPolicy.Gifts(row.flag(6), row.flag(7), row.number(8)),
                new PointsPolicy.Panel(row.integer(9), row.integer(10)),
                row.number(11));
    }
}
