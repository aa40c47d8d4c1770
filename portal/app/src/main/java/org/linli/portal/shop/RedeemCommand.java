package org.linli.portal.shop;

/**
 * Redeem goods.
 *
 * @param redemptionId identifies this redemption; the same id again redeems nothing more
 * @param itemId the goods
 * @param quantity pieces, 1 to 20
 */
public record RedeemCommand(long redemptionId, long itemId, int quantity) {}
