package org.linli.portal.points.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.Policies;

/** Tells members which of their points will expire. */
@ApplicationScoped
public class ExpiryQueries {
    private final Caller caller;
    private final Policies policies;
    private final ExpiryBook book;
    private final LedgerQueries ledger;
    private final Clock clock;

    @Inject
    public ExpiryQueries(Caller caller, Policies policies, ExpiryBook book, LedgerQueries ledger, Clock clock) {
        this.caller = caller;
        this.policies = policies;
        this.book = book;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What will expire of the caller's own points. */
    public Outlook mine() {
        long community = caller.communityId();
        long person = caller.personId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        return Outlook.of(
                policies.of(community).expiry(),
                book.incomes(community, person),
                book.announced(community, person),
                new Outlook.Holding(today, ledger.available(community, person)));
    }
}
