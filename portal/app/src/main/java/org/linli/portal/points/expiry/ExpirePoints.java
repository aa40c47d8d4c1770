package org.linli.portal.points.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Logger;
import org.linli.portal.platform.jobs.OneByOne;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.PointsPolicy;
import org.linli.portal.points.policy.Policies;

/**
 * Announces and expires in batches. It looks every hour, and finds something to do once a night at most; two nodes and a
 * kill in between are no matter: every member is a transaction that happens once.
 */
@ApplicationScoped
public class ExpirePoints implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ExpirePoints.class.getName());
    private static final int BATCH = 200;

    private final Policies policies;
    private final ExpiryBook book;
    private final ExpiryDesk desk;
    private final Clock clock;

    @Inject
    public ExpirePoints(Policies policies, ExpiryBook book, ExpiryDesk desk, Clock clock) {
        this.policies = policies;
        this.book = book;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        for (PointsPolicy policy : policies.expiring()) {
            policy.expiry()
                    .dueAfter(today)
                    .filter(due -> policy.expiry().toAnnounce(due, today))
                    .filter(due -> !policies.isAnnounced(policy.communityId(), due))
                    .ifPresent(due -> announce(policy, due));
        }
        List<Announcement> due = book.due(today, BATCH);
        while (!due.isEmpty()) {
            List<Long> ids = due.stream().map(Announcement::id).toList();
            boolean all = OneByOne.run(LOG, "announced expiry", ids, desk::expire);
            // what failed is due still, and would be met again at once
            due = all && due.size() == BATCH ? book.due(today, BATCH) : List.of();
        }
    }

    private void announce(PointsPolicy policy, LocalDate due) {
        long account = 0;
        do {
            account = desk.announce(policy.communityId(), policy.expiry(), due, account, BATCH);
        } while (account != 0);
        policies.announced(policy, due);
    }
}
