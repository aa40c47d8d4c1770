package org.linli.portal.shop;

import java.time.LocalDate;

/**
 * 日结: what the counter did on a day, next to what the ledger says.
 *
 * @param date the day in Asia/Shanghai
 * @param handedOver redemptions fetched
 * @param pieces pieces handed over
 * @param points hundredths of a point of these redemptions
 * @param ledgerPoints hundredths of a point that the ledger captured on that day
 * @param cancelled redemptions cancelled
 * @param expired redemptions that lapsed
 * @param waiting redemptions that wait to be fetched now
 */
public record DayClose(
        LocalDate date,
        long handedOver,
        long pieces,
        long points,
        long ledgerPoints,
        long cancelled,
        long expired,
        long waiting) {
    /** Whether counter and ledger agree. */
    public boolean agrees() {
        return points == ledgerPoints;
    }
}
