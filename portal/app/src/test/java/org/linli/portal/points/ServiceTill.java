package org.linli.portal.points;

import java.time.Clock;
import java.util.List;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.MemberLock;
import org.linli.portal.ledger.persistence.Accounts;
import org.linli.portal.ledger.persistence.Rollups;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.points.rule.RuleBooks;

/** What pays services and awards, wired by hand for tests of other packages. */
public final class ServiceTill {
    public final PointsDesk desk;
    public final ServicePayment payment;
    private final ServicePoints points;
    private final Sql sql;

    /** With guards that may be added later. */
    public ServiceTill(
            Sql sql, Ledger ledger, People people, Notices notices, List<PaymentGuard> guards, Caller caller) {
        this.sql = sql;
        PointsNotices words = new PointsNotices(notices);
        EarnedPoints earned = new EarnedPoints(sql);
        MemberLock members = new MemberLock(new Accounts(sql), sql, Clock.systemUTC());
        payment = new ServicePayment(new Reckoning(new RuleBooks(sql), earned, people), earned, members, ledger, words);
        points = new ServicePoints(payment, PaidServices.instance(guards));
        AuditLog audit = new AuditLog(sql, Clock.systemUTC(), caller);
        LedgerQueries queries = new LedgerQueries(sql, new Rollups(sql));
        Awards awards = new Awards(caller, ledger, queries, people, words, audit, "100");
        desk = new PointsDesk(caller, ledger, queries, awards, earned, words, audit);
    }

    /** Tells that a service was recorded; gives what was paid for it, hundredths. */
    public long tell(ServiceRecorded service) {
        points.pay(service);
        return paid(service.recordId());
    }

    /** What was paid for a record, hundredths. */
    public long paid(long record) {
        return sql.number("SELECT amount FROM service_points WHERE record_id = ?", record);
    }
}
