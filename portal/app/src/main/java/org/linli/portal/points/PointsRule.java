package org.linli.portal.points;

import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;

/**
 * How many points a service earns, and why. A rule is never edited after use: a change is a new edition, and a receipt
 * names the edition that made it.
 *
 * @param code names the rule
 * @param edition counts from 1
 */
public record PointsRule(String code, int edition) {
    /** Rate times minutes over sixty, rounded half up to the hundredth. */
    public static final PointsRule SERVICE_TIME = new PointsRule("service-time", 1);

    private static final int MINUTES_PER_HOUR = 60;

    /**
     * The amount in hundredths of a point.
     *
     * @param rate hundredths of a point for an hour, not negative
     * @param minutes whole minutes of service, not negative
     */
    public long amount(long rate, int minutes) {
        if (rate < 0 || minutes < 0) {
            throw new IllegalArgumentException("rate " + rate + ", minutes " + minutes);
        }
        return Math.addExact(Math.multiplyExact(rate, minutes), MINUTES_PER_HOUR / 2) / MINUTES_PER_HOUR;
    }

    /** What the rule looked at and what came out; {@link Receipts} says it in words. */
    public Receipt receipt(ServiceRecorded service) {
        return Receipt.of(code, edition)
                .with("item", service.itemName())
                .with("itemEn", service.itemNameEn())
                .with("order", service.orderId())
                .with("rate", service.pointsRate())
                .with("minutes", service.minutes())
                .with("evidence", service.evidence())
                .with("amount", amount(service.pointsRate(), service.minutes()));
    }
}
