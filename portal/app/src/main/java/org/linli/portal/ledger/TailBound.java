package org.linli.portal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/**
 * How long the unsealed tail of a journal may grow: linli.journal.tail-entries (100,000) facts of a community; from there on its new
 * facts are refused until the sealer has caught up. Asking costs no query: the answer is of the last measure, which every
 * node takes each second.
 */
@ApplicationScoped
public class TailBound {
    private final long most;
    private volatile Set<Long> full = Set.of();

    @Inject
    public TailBound(@ConfigProperty(name = "linli.journal.tail-entries", defaultValue = "100000") long most) {
        if (most < 1) {
            throw new IllegalArgumentException("linli.journal.tail-entries must be positive: " + most);
        }
        this.most = most;
    }

    /** Facts of a community that may wait for the chain. */
    public long most() {
        return most;
    }

    /**
     * Takes a measure.
     *
     * @param waiting number of facts that wait, by community; where none does it may be missing
     */
    public void measured(Map<Long, Long> waiting) {
        full = waiting.entrySet().stream()
                .filter(tail -> tail.getValue() >= most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Communities whose new facts are refused. */
    public Set<Long> full() {
        return full;
    }

    /**
     * Asked before a fact is noted.
     *
     * @throws DomainException 503 ledger.journal-behind
     */
    void requireRoom(long communityId) {
        if (full.contains(communityId)) {
            throw DomainException.of(Kind.UNAVAILABLE, "ledger.journal-behind");
        }
    }
}
