package org.linli.portal.dispatch;

import java.util.List;

/**
 * A candidate with a place in the ranking.
 *
 * @param candidate who
 * @param eligible whether an offer may be made
 * @param score 0 to {@link Weights#best()}, 0 when not eligible
 * @param reasons why, the strongest first; of one who is not eligible what stands against it
 */
public record Ranked(Candidate candidate, boolean eligible, int score, List<Reason> reasons) {
    public Ranked {
        reasons = List.copyOf(reasons);
    }
}
