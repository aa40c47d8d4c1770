package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.MemberLock;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;

/** Pays a recorded service, in the transaction that it belongs to; asks nobody whether it should. */
@ApplicationScoped
public class ServicePayment {
    private final Reckoning reckoning;
    private final EarnedPoints earned;
    private final MemberLock members;
    private final Ledger ledger;
    private final PointsNotices notices;

    @Inject
    public ServicePayment(
            Reckoning reckoning, EarnedPoints earned, MemberLock members, Ledger ledger, PointsNotices notices) {
        this.reckoning = reckoning;
        this.earned = earned;
        this.members = members;
        this.ledger = ledger;
        this.notices = notices;
    }

    /**
     * What a service earns, and why.
     *
     * @param amount hundredths of a point, 0 when nothing
     * @param receipt says why
     * @param servedOn the day on which the service ended
     */
    public record Earning(long amount, Receipt receipt, LocalDate servedOn) {}

    /** What the service would earn if it were paid now. */
    public Earning reckon(ServiceRecorded service) {
        return reckoning.earning(service, reckoning.rule(service));
    }

    /** Pays the service; what was paid before is left as it is. Where nothing is earned, why is kept. */
    public void pay(ServiceRecorded service) {
        ServiceRule rule = reckoning.rule(service);
        if (rule.isCapped()) {
            members.take(service.communityId(), service.volunteerId());
        }
        Earning earning = reckoning.earning(service, rule);
        if (!earned.add(service, earning)) {
            return;
        }
        long amount = earning.amount();
        if (amount == 0) {
            notices.nothing(service, earning.receipt());
            return;
        }
        Transfer transfer =
                new Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(service.volunteerId()), amount);
        Fact fact = new Fact(Reason.SERVICE, service.recordId());
        long id = ledger.post(
                        Posting.transfer(service.communityId(), fact, transfer, new Cause(null, earning.receipt())))
                .id();
        notices.awarded(id, service.volunteerId(), amount, service.itemName());
    }
}
