package org.linli.portal.dispatch;

/**
 * How much each concern counts: the most points that a candidate can get for it, and where they end.
 *
 * @param distance points for being on the spot
 * @param availability points for weekly hours that cover the whole wanted window
 * @param load points for having no open job
 * @param fairness points for not having served in the last 30 days
 * @param farMetres from this distance on nothing is given
 * @param manyJobs from this number of open jobs on nothing is given
 * @param manyMinutes from these minutes of the last 30 days on nothing is given
 */
public record Weights(
        int distance, int availability, int load, int fairness, int farMetres, int manyJobs, int manyMinutes) {
    /** What communities start with: near and free first, then whoever served less lately. */
    public static final Weights USUAL = new Weights(35, 25, 15, 25, 2_000, 3, 1_200);

    public Weights {
        if (Math.min(Math.min(distance, availability), Math.min(load, fairness)) < 0
                || Math.min(farMetres, Math.min(manyJobs, manyMinutes)) <= 0) {
            throw new IllegalArgumentException("weights are not negative and limits are positive");
        }
    }

    /** The most that a candidate can reach. */
    public int best() {
        return distance + availability + load + fairness;
    }

    /** Falls evenly from the weight at 0 to nothing at the limit. */
    static int falling(int weight, long value, long limit) {
        return value >= limit ? 0 : Math.toIntExact(Math.round(weight * (1.0 - (double) value / limit)));
    }
}
