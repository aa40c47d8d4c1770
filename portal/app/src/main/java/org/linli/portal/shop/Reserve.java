package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.shop.persistence.GoodsReserve;
import org.linli.portal.shop.persistence.GoodsReserve.Worth;

/**
 * Keeps the goods that back the points in the ledger: ADJUSTMENT → RESERVE when they come or become dearer, back when they
 * leave the house. Pieces that are reserved are still there: redeeming posts nothing, handing over does.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Reserve {
    private static final AccountRef RESERVE = AccountRef.common(AccountKind.RESERVE);
    private static final AccountRef ADJUSTMENT = AccountRef.common(AccountKind.ADJUSTMENT);

    private final GoodsReserve kept;
    private final Ledger ledger;

    @Inject
    public Reserve(GoodsReserve kept, Ledger ledger) {
        this.kept = kept;
        this.ledger = ledger;
    }

    /** Pieces came or went missing; the stock is changed already. */
    void moved(long itemId, int pieces, @Nullable Long by) {
        change(itemId, worth -> worth.plus(pieces), by);
    }

    /** Pieces left the house; the redemption is settled already. */
    void handedOver(Redemption redemption, long by) {
        moved(redemption.goods().itemId(), -redemption.goods().quantity(), by);
    }

    /** The price is another now. */
    void repriced(RewardItem item, long by) {
        change(item.id(), worth -> worth.at(item.price()), by);
    }

    /** Takes goods into the books that were there before the books were kept; safe to be called twice. */
    void open(long itemId) {
        if (kept.find(itemId).isEmpty()) {
            open(itemId, null);
        }
    }

    private interface Change {
        Worth of(Worth worth);
    }

    private void change(long itemId, Change change, @Nullable Long by) {
        Optional<Worth> before = kept.take(itemId);
        if (before.isEmpty() && open(itemId, by)) {
            return; // counted as they are now
        }
        Worth was = before.or(() -> kept.take(itemId)).orElseThrow(DomainException::notFound);
        Worth is = change.of(was);
        kept.keep(is);
        post(is, Math.subtractExact(is.value(), was.value()), by);
    }

    /** False when somebody else did it meanwhile, who did not count what this transaction changed. */
    private boolean open(long itemId, @Nullable Long by) {
        Worth now = kept.count(itemId).orElseThrow(DomainException::notFound);
        if (!kept.insert(now)) {
            return false;
        }
        post(now, now.value(), by);
        return true;
    }

    private void post(Worth worth, long amount, @Nullable Long by) {
        if (amount == 0) {
            return;
        }
        Receipt receipt = Receipt.of("stock", 1)
                .with("item", worth.itemId())
                .with("pieces", worth.pieces())
                .with("price", worth.price());
        Transfer transfer =
                amount > 0 ? new Transfer(ADJUSTMENT, RESERVE, amount) : new Transfer(RESERVE, ADJUSTMENT, -amount);
        Fact fact = new Fact(Reason.STOCK, Ids.next());
        ledger.post(Posting.transfer(worth.communityId(), fact, transfer, new Cause(by, receipt)));
    }
}
