package org.linli.portal.points.check;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.points.PaymentGuard;
import org.linli.portal.points.ServicePayment;

/** Holds the services that a test says, and lets a test decide about them; for tests of other packages. */
public final class HeldBack implements PaymentGuard {
    private final HeldRows rows;
    private final Predicate<ServiceRecorded> suspicious;

    public HeldBack(Sql sql, Predicate<ServiceRecorded> suspicious) {
        this.rows = new HeldRows(sql, Clock.systemUTC());
        this.suspicious = suspicious;
    }

    @Override
    public boolean holds(ServiceRecorded service, Receipt receipt, long amount) {
        if (!suspicious.test(service)) {
            return false;
        }
        HeldRows.New held = new HeldRows.New(
                service.communityId(),
                service.volunteerId(),
                HeldPosting.Source.SERVICE,
                service.recordId(),
                amount,
                service.itemName(),
                receipt,
                null);
        rows.hold(held, List.of(new Finding("overlapping-hours", List.of())));
        return true;
    }

    /** Whether the record's payment is held, in whatever state. */
    public boolean isHeld(long record) {
        return rows.find(HeldPosting.Source.SERVICE, record).isPresent();
    }

    /** The desk for that caller. */
    public static CheckDesk desk(Sql sql, Caller caller, ServicePayment payment, Notices notices) {
        return new CheckDesk(
                caller,
                new HeldRows(sql, Clock.systemUTC()),
                new RecordedServices(sql),
                payment,
                null,
                new ThresholdRows(sql),
                new HeldNotices(notices),
                new AuditLog(sql, Clock.systemUTC(), caller));
    }

    /** Id of the held posting of a record. */
    public long id(long record) {
        return rows.find(HeldPosting.Source.SERVICE, record).orElseThrow().id();
    }
}
