package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.linli.portal.ledger.TailBound;

/** Both ends of a journal: how far it is sealed, and how much waits behind. */
@ApplicationScoped
public class Ends {
    private final Chain chain;
    private final Pending pending;
    private final TailBound bound;
    private final Clock clock;

    @Inject
    public Ends(Chain chain, Pending pending, TailBound bound, Clock clock) {
        this.chain = chain;
        this.pending = pending;
        this.bound = bound;
        this.clock = clock;
    }

    /**
     * A measure.
     *
     * @param sealed entries in the chain
     * @param unsealed facts that wait for it
     * @param waitingSeconds how long the first of them waits, 0 when none does
     * @param most how many may wait
     * @param refusing so many wait that new facts are refused
     */
    public record Measure(long sealed, long unsealed, long waitingSeconds, long most, boolean refusing) {}

    /** Of a community, at this moment. */
    Measure measure(long communityId) {
        long sealed = chain.head(communityId).map(Chain.Head::seq).orElse(0L);
        Pending.Tail tail = pending.tail(communityId);
        Instant oldest = tail.oldest();
        Duration waiting = oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
        boolean refusing = bound.full().contains(communityId);
        return new Measure(sealed, tail.count(), Math.max(0, waiting.toSeconds()), bound.most(), refusing);
    }
}
