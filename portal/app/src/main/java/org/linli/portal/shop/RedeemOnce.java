package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.portal.platform.problem.DomainException;

/** Redeems where the same command may come twice at once, as when a button is pressed twice: both see the one redemption. */
@ApplicationScoped
public class RedeemOnce {
    private final ShopDesk desk;
    private final ShopQueries queries;

    @Inject
    public RedeemOnce(ShopDesk desk, ShopQueries queries) {
        this.desk = desk;
        this.queries = queries;
    }

    /**
     * As {@link ShopDesk#redeem}; what goes wrong because the same command has just been done is no refusal.
     *
     * @throws DomainException as there
     */
    public Redemption redeem(RedeemCommand command) {
        try {
            return desk.redeem(command);
        } catch (RuntimeException refused) { // its points, its last piece, its id may be gone to the other one
            return queries.done(command).orElseThrow(() -> refused);
        }
    }
}
