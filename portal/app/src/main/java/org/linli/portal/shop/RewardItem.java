package org.linli.portal.shop;

import java.io.Serializable;

/**
 * 商品: goods of a community's shop.
 *
 * @param id identifier
 * @param communityId whose shop
 * @param words how it is called
 * @param price hundredths of a point for one piece
 * @param stock pieces that may still be redeemed; reserved pieces have left it
 * @param active whether it is on sale
 * @param version of its words, price and state; redemptions do not change it
 */
public record RewardItem(long id, long communityId, Words words, long price, int stock, boolean active, long version)
        implements Serializable {
    /**
     * Names and description.
     *
     * @param name Chinese name, unique in the shop
     * @param nameEn English name, may be empty
     * @param description may be empty
     * @param icon name of an icon of the portal
     */
    public record Words(String name, String nameEn, String description, String icon) implements Serializable {
        /** The name in Chinese, or in English when it has one. */
        public String name(boolean chinese) {
            return chinese || nameEn.isEmpty() ? name : nameEn;
        }
    }

    /** Whether a piece can be redeemed now. */
    public boolean available() {
        return active && stock > 0;
    }
}
