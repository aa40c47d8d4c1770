package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.linli.portal.hours.ServiceReversed;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.ledger.MemberLock;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.points.EarnedPoints.Paid;

/**
 * Takes back what a reversed service record earned, in the transaction of the correction. Points that were spent stay
 * spent and the hours are right all the same: what is missing is kept for the administrators.
 */
@ApplicationScoped
public class TakingBack {
    private final EarnedPoints earned;
    private final MemberLock members;
    private final Ledger ledger;
    private final LedgerQueries queries;
    private final ShortfallNews news;
    private final Clock clock;

    @Inject
    public TakingBack(
            EarnedPoints earned,
            MemberLock members,
            Ledger ledger,
            LedgerQueries queries,
            ShortfallNews news,
            Clock clock) {
        this.earned = earned;
        this.members = members;
        this.ledger = ledger;
        this.queries = queries;
        this.news = news;
        this.clock = clock;
    }

    void reversed(@Observes ServiceReversed reversed) {
        earned.paid(reversed.recordId()).ifPresent(paid -> {
            if (takeBack(reversed, paid)) {
                earned.takenBack(reversed.recordId(), clock.instant());
            }
        });
    }

    private boolean takeBack(ServiceReversed reversed, Paid paid) {
        Long transaction = paid.transactionId();
        if (transaction == null || isReversed(transaction)) {
            return true; // nothing was earned, or an administrator has taken it back before
        }
        if (members.take(paid.communityId(), paid.personId()) < paid.amount()) {
            earned.missing(reversed.recordId(), paid, clock.instant());
            news.missing(reversed.recordId(), paid);
            return false;
        }
        Receipt receipt = Receipt.of("reversal", 1)
                .with("reason", reversed.reason())
                .with("by", "")
                .with("amount", -paid.amount());
        long id = ledger.reverse(transaction, new Cause(null, receipt));
        news.takenBack(id, paid, reversed.reason());
        return true;
    }

    private boolean isReversed(long transaction) {
        return queries.movement(transaction)
                .filter(movement -> movement.reversedById() != null)
                .isPresent();
    }
}
