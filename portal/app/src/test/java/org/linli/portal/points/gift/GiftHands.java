package org.linli.portal.points.gift;

import java.time.Clock;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.points.policy.Policies;

/** The desks of gifts wired by hand, for tests of other packages. */
public final class GiftHands {
    public final DonationDesk donations;
    public final PoolDesk pool;

    public GiftHands(Sql sql, Caller caller, Policies policies, Ledger ledger, AuditLog audit, Notices notices) {
        Clock clock = Clock.systemUTC();
        Gifts gifts = new Gifts(sql, clock);
        GiftNotices words = new GiftNotices(notices);
        donations = new DonationDesk(caller, policies, gifts, ledger, words, clock);
        pool = new PoolDesk(caller, policies, gifts, ledger, words, audit, clock);
    }
}
