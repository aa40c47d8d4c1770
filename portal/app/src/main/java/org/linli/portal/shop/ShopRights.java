package org.linli.portal.shop;

import java.util.Optional;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;

/** Who keeps a shop, and what is said of a redemption that is over. */
final class ShopRights {
    /** Who may see to goods and stock. */
    static final Set<Role> KEEPERS = Set.of(Role.SHOPKEEPER, Role.COMMUNITY_ADMIN);

    private ShopRights() {}

    /** Whether the caller sees to that shop. */
    static boolean keeps(Caller caller, long communityId) {
        return KEEPERS.stream().anyMatch(role -> caller.holds(role, communityId));
    }

    /** The unit at which the caller keeps a shop: their own community if it is that, else where they were appointed. */
    static Optional<Long> place(Caller caller) {
        if (keeps(caller, caller.communityId())) {
            return Optional.of(caller.communityId());
        }
        return caller.identity().grants().stream()
                .filter(grant -> KEEPERS.contains(grant.role()))
                .map(Identity.Held::unitId)
                .findFirst();
    }

    /** The refusal that says how a redemption ended. */
    static DomainException over(Redemption redemption) {
        return switch (redemption.status()) {
            case PICKED_UP -> DomainException.conflict("shop.picked-up-before");
            case CANCELLED -> DomainException.conflict("shop.cancelled-before", Points.format(redemption.total()));
            case EXPIRED -> DomainException.conflict("shop.expired-before", Points.format(redemption.total()));
            case RESERVED -> DomainException.conflict("platform.changed-meanwhile");
        };
    }
}
