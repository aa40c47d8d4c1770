package org.linli.portal.dispatch;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgUnitView.Position;

/**
 * What an order needs.
 *
 * @param orderId the order
 * @param communityId its community
 * @param principalId who is to be served, never a candidate
 * @param unitPath path of the place in the tree
 * @param position of the place, null when not known
 * @param skills codes of the skills that the item requires
 * @param from earliest start
 * @param to latest end
 */
public record Need(
        long orderId,
        long communityId,
        long principalId,
        String unitPath,
        @Nullable Position position,
        Set<String> skills,
        Instant from,
        Instant to) {
    public Need {
        skills = Set.copyOf(skills);
    }
}
