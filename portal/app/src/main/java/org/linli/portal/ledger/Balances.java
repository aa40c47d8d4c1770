package org.linli.portal.ledger;

/**
 * What a member has, in hundredths of a point.
 *
 * @param available may be spent
 * @param held reserved for what has not been picked up
 * @param earned all that was ever given, less what was taken back as a mistake
 * @param spent paid for what was picked up
 */
public record Balances(long available, long held, long earned, long spent) {
    /** Of somebody who never had points. */
    public static final Balances NONE = new Balances(0, 0, 0, 0);
}
