package org.linli.portal.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a member's statement.
 *
 * @param id of the transaction
 * @param communityId whose ledger
 * @param personId the member
 * @param reason why points moved
 * @param sourceId what caused it
 * @param amount hundredths of a point, negative when they left the account
 * @param postedAt when
 * @param postedBy the person who had it posted, null for the portal itself
 * @param receipt explains the amount, null when there is none
 * @param reversesId the transaction that it takes back, null when none
 * @param reversedById the transaction that took it back, null when none
 */
public record Movement(
        long id,
        long communityId,
        long personId,
        Reason reason,
        long sourceId,
        long amount,
        Instant postedAt,
        @Nullable Long postedBy,
        @Nullable Receipt receipt,
        @Nullable Long reversesId,
        @Nullable Long reversedById) {
    /** Whether it could be taken back. */
    public boolean reversible() {
        return reason.isReversible() && reversedById == null;
    }
}
