package org.linli.portal.orders;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.dispatch.Reason;

/**
 * 派单 as it is shown.
 *
 * @param id of the dispatch
 * @param volunteerId who was asked, null for a team
 * @param teamId the team that was asked, null for a volunteer
 * @param name of the volunteer or the team
 * @param status what became of it
 * @param reasons why, as the dispatcher saw it
 * @param offeredAt when asked
 * @param expiresAt until when the answer is awaited
 * @param answeredAt when it ended, null while open
 * @param answerNote what was said with the answer
 */
public record OfferView(
        long id,
        @Nullable Long volunteerId,
        @Nullable Long teamId,
        String name,
        OfferStatus status,
        List<Reason> reasons,
        Instant offeredAt,
        Instant expiresAt,
        @Nullable Instant answeredAt,
        @Nullable String answerNote) {
    public OfferView {
        reasons = List.copyOf(reasons);
    }
}
