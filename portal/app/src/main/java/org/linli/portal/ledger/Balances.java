package org.linli.portal.ledger;

/**
 * What a member has, in hundredths of a point.
 *
 * @param available may be spent
 * @param held reserved for what has not been picked up
 * @param earned all that was ever given by the community, less what was taken back as a mistake
 * @param spent paid for what was picked up
 * @param received given by other members or from the pool
 * @param donated given away
 * @param expired lost by age
 */
public record Balances(long available, long held, long earned, long spent, long received, long donated, long expired) {
    /** Of somebody who gave nothing, was given nothing and lost nothing. */
    public Balances(long available, long held, long earned, long spent) {
        this(available, held, earned, spent, 0, 0, 0);
    }

    /** Of somebody who never had points. */
    public static final Balances NONE = new Balances(0, 0, 0, 0);
}
