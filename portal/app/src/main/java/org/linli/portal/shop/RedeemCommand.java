package org.linli.portal.shop;

import org.jspecify.annotations.Nullable;

/**
 * Redeem goods.
 *
 * @param redemptionId identifies this redemption; the same id again redeems nothing more
 * @param itemId the goods
 * @param quantity pieces, 1 to 20
 * @param seenPrice hundredths of a point for a piece that the buyer agreed to, null for whatever it costs
 */
public record RedeemCommand(
        long redemptionId,
        long itemId,
        int quantity,
        @Nullable Long seenPrice) {}
