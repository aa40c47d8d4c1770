package org.linli.portal.shop;

import java.util.List;

/**
 * How far the goods of a shop back the points of its community; amounts in hundredths of a point.
 *
 * @param reserve what the goods are worth
 * @param members what members may spend
 * @param held what is reserved for redemptions
 * @param pool what members gave to the pool
 * @param goods the goods, the most valuable first
 */
public record Coverage(long reserve, long members, long held, long pool, List<Line> goods) {
    public Coverage {
        goods = List.copyOf(goods);
    }

    /**
     * Goods in the house.
     *
     * @param price for one piece
     */
    public record Line(long itemId, String name, int pieces, long price) {
        /** All pieces together. */
        public long value() {
            return pieces * price;
        }
    }

    /** All points that goods may still be asked for. */
    public long circulation() {
        return members + held + pool;
    }

    /** Reserve to circulation; 1 when there is nothing to back. */
    public double share() {
        return circulation() == 0 ? 1 : (double) reserve / circulation();
    }
}
