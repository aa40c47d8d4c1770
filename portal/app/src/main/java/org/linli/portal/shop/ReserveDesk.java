package org.linli.portal.shop;

import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.shop.persistence.GoodsReserve;

/** Takes goods into the ledger that were in the shop before; called by the portal itself. */
@Desk
public class ReserveDesk {
    private final GoodsReserve kept;
    private final Reserve reserve;

    @Inject
    public ReserveDesk(GoodsReserve kept, Reserve reserve) {
        this.kept = kept;
        this.reserve = reserve;
    }

    /** Ids of goods that are not in the ledger yet. */
    public List<Long> unknown(int limit) {
        return kept.unknown(limit);
    }

    /** Takes one in; safe to be called twice. */
    public void open(long itemId) {
        reserve.open(itemId);
    }
}
