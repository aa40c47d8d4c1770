package org.linli.portal.points.policy;

import org.linli.portal.notices.CircularFixture;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.PointsFixture;
import org.linli.portal.points.expiry.ExpiryTerms;

/** Policies for tests. */
public final class PolicyFixture {
    private PolicyFixture() {}

    /** Allows gifts of every kind; grants above 50 points need two, two approve, seven days of announcement. */
    public static void permit(PointsFixture points) {
        decide(points, ExpiryTerms.NONE);
    }

    /** The same with those terms, as if they held for long. */
    public static void decide(PointsFixture points, ExpiryTerms terms) {
        PointsPolicy present = points.policies.of(PointsFixture.HERE);
        points.policies.save(
                new PointsPolicy(
                        PointsFixture.HERE,
                        terms,
                        new PointsPolicy.Gifts(true, true, 5_000),
                        new PointsPolicy.Panel(2, 7),
                        present.version() + 1),
                1);
    }

    public static PolicyDesk desk(PointsFixture points) {
        TellOfPolicy tell = new TellOfPolicy(CircularFixture.circulars(points.sql));
        return new PolicyDesk(points.caller, points.policies, tell, points.audit, points.clock);
    }

    /** Has everybody told whom the outbox would tell. */
    public static void tell(PointsFixture points) {
        new CircularFixture(points.sql, points.books.transactions, new PointsOwners(points.sql)).deliver();
    }

    /** A command that decides nothing new but the expiry. */
    public static PolicyCommand command(ExpiryTerms.Kind kind, Integer months, Integer noticeDays) {
        return new PolicyCommand(kind, months, noticeDays, true, true, Points.of(5_000), 2, 7);
    }
}
