package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;

/** Pays every recorded service in the transaction that records it: both are there or neither. */
@ApplicationScoped
public class ServicePoints {
    private final Ledger ledger;
    private final PointsNotices notices;

    @Inject
    public ServicePoints(Ledger ledger, PointsNotices notices) {
        this.ledger = ledger;
        this.notices = notices;
    }

    /** A service at rate zero earns hours and no points: nothing moves, so nothing is posted. */
    void pay(@Observes ServiceRecorded service) {
        Receipt receipt = PointsRule.SERVICE_TIME.receipt(service);
        long amount = receipt.number("amount");
        if (amount == 0) {
            return;
        }
        Transfer transfer =
                new Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(service.volunteerId()), amount);
        Fact fact = new Fact(Reason.SERVICE, service.recordId());
        long id = ledger.post(Posting.transfer(service.communityId(), fact, transfer, new Cause(null, receipt)))
                .id();
        notices.awarded(id, service.volunteerId(), amount, service.itemName());
    }
}
