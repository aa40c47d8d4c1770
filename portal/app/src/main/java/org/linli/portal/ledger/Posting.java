package org.linli.portal.ledger;

import java.util.List;

/**
 * A fact that moves points within one community.
 *
 * @param communityId whose ledger
 * @param fact what it is about; posted once
 * @param lines at least two, summing to zero, each account at most once
 * @param cause who and why
 */
public record Posting(long communityId, Fact fact, List<Line> lines, Cause cause) {
    /**
     * Refuses what does not balance.
     *
     * @throws IllegalArgumentException when the lines do not sum to zero
     */
    public Posting {
        lines = List.copyOf(lines);
        long sum = 0;
        for (Line line : lines) {
            sum = Math.addExact(sum, line.amount());
        }
        if (sum != 0 || lines.size() < 2) {
            throw new IllegalArgumentException("the lines of " + fact + " sum to " + sum + ", not to zero");
        }
        if (lines.stream().map(Line::account).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("an account stands twice in " + fact);
        }
    }

    /** Moves an amount from one account to the other. */
    public static Posting transfer(long communityId, Fact fact, Transfer transfer, Cause cause) {
        List<Line> lines =
                List.of(new Line(transfer.from(), -transfer.amount()), new Line(transfer.to(), transfer.amount()));
        return new Posting(communityId, fact, lines, cause);
    }

    /**
     * What a posting is about.
     *
     * @param reason why
     * @param sourceId id of the thing that caused it
     */
    public record Fact(Reason reason, long sourceId) {}

    /**
     * From one account to another.
     *
     * @param amount hundredths of a point, positive
     */
    public record Transfer(AccountRef from, AccountRef to, long amount) {
        public Transfer {
            if (amount <= 0) {
                throw new IllegalArgumentException("a transfer moves a positive amount, not " + amount);
            }
        }
    }
}
