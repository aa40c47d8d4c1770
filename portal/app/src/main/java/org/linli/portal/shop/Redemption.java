package org.linli.portal.shop;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 兑换: pieces reserved against held points.
 *
 * @param id identifier
 * @param communityId whose shop
 * @param goods what was redeemed
 * @param person who pays
 * @param total hundredths of a point
 * @param status where it stands
 * @param pickupCode eight digits; whoever brings them gets the goods, so it is shown to nobody but the owner
 * @param holdId the held points
 * @param times when it was reserved, lapses and was settled
 */
public record Redemption(
        long id,
        long communityId,
        Goods goods,
        Owner person,
        long total,
        RedemptionStatus status,
        String pickupCode,
        long holdId,
        Times times)
        implements Serializable {
    /**
     * What was redeemed.
     *
     * @param itemId the item
     * @param words its names today
     * @param quantity pieces
     */
    public record Goods(long itemId, RewardItem.Words words, int quantity) implements Serializable {}

    /** Who redeemed. */
    public record Owner(long personId, String name) implements Serializable {}

    /**
     * Instants.
     *
     * @param reservedAt when
     * @param expiresAt when it lapses
     * @param settledAt when it was fetched, cancelled or lapsed; null while reserved
     */
    public record Times(
            Instant reservedAt, Instant expiresAt, @Nullable Instant settledAt) implements Serializable {}
}
