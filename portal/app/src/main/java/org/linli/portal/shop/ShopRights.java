package org.linli.portal.shop;

import java.util.Set;
import org.linli.portal.people.Caller;
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

    /**
     * The shop that the caller keeps.
     *
     * @throws DomainException 403 when none
     */
    static long shop(Caller caller) {
        return caller.workplace(KEEPERS).orElseThrow(() -> DomainException.forbidden("people.role-needed"));
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
