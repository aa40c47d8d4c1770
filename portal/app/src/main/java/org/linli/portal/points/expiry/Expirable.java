package org.linli.portal.points.expiry;

/**
 * First in, first out without lots. What was spent, held, given away or expired is always the oldest of what came in; so of
 * what came in before an instant there is left what exceeds all that went out. Points that come back from a hold lower what
 * went out: the account is as if they had never left.
 */
public final class Expirable {
    private Expirable() {}

    /**
     * How many points are older than an instant, hundredths.
     *
     * @param before what came in before it and was not taken back
     * @param all what ever came in and was not taken back
     * @param available what may be spent now
     */
    public static long amount(long before, long all, long available) {
        long gone = all - available;
        return Math.max(0, Math.min(before - gone, available));
    }
}
