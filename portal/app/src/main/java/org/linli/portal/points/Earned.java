package org.linli.portal.points;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.Receipt;

/**
 * What one of somebody's services earned, also when that was nothing.
 *
 * @param recordId the service record
 * @param servedOn the day on which it ended
 * @param amount hundredths of a point, 0 for nothing
 * @param transactionId the payment, null when there is none
 * @param receipt why; null for nothing that was earned before reasons were kept
 * @param takenBack whether it was taken back, because the record was reversed or the payment a mistake
 */
public record Earned(
        long recordId,
        LocalDate servedOn,
        long amount,
        @Nullable Long transactionId,
        @Nullable Receipt receipt,
        boolean takenBack) {}
