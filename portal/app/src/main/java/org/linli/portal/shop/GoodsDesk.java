package org.linli.portal.shop;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.shop.persistence.Goods;

/** What keepers do with goods and stock; everything is in the audit log, every piece in the movements. */
@Desk
public class GoodsDesk {
    private static final int MAX_PIECES = 100_000;
    private static final int MAX_NOTE = 200;

    private final Caller caller;
    private final Goods goods;
    private final Reserve reserve;
    private final AuditLog audit;

    @Inject
    public GoodsDesk(Caller caller, Goods goods, Reserve reserve, AuditLog audit) {
        this.caller = caller;
        this.goods = goods;
        this.reserve = reserve;
        this.audit = audit;
    }

    /**
     * A delivery or the result of a count.
     *
     * @param changeId identifies it; the same again changes nothing more
     * @param pieces delivered (more than none), or missing (negative) and found (positive) at a count
     * @param note remark; a correction needs one
     */
    public record StockChange(
            long changeId,
            @Nullable Integer pieces,
            @Nullable String note) {}

    /**
     * New goods, without stock.
     *
     * @param communityId null for the shop that the caller keeps
     * @throws DomainException 403, 404, 409 shop.name-taken
     */
    public RewardItem add(@Nullable Long communityId, ItemCommand command) {
        caller.identity();
        long shop = communityId != null ? communityId : ShopRights.shop(caller);
        caller.requireAtCommunity(ShopRights.KEEPERS, shop);
        command.check().throwIfAny();
        long id = Ids.next();
        if (!goods.insert(id, shop, command.words(), command.hundredths())) {
            throw nameTaken();
        }
        record("shop.add", shop, id, command.words().name() + " | " + Points.format(command.hundredths()));
        return goods.find(id).orElseThrow();
    }

    /**
     * Changes names, price or state of what the caller looked at. A price holds for redemptions from now on.
     *
     * @param seenVersion version that the caller saw
     * @param active whether it is on sale
     * @throws DomainException 403, 404, 409 shop.name-taken, 412 when somebody was faster
     */
    public RewardItem change(long itemId, long seenVersion, ItemCommand command, boolean active) {
        RewardItem item = kept(itemId);
        command.check().throwIfAny();
        EntityTags.requireSame(seenVersion, item.version());
        int rows = goods.change(item, command.words(), command.hundredths(), active);
        if (rows < 0) {
            throw nameTaken();
        }
        if (rows == 0) {
            throw DomainException.of(DomainException.Kind.CHANGED, "platform.changed-meanwhile");
        }
        RewardItem changed = goods.find(itemId).orElseThrow();
        reserve.repriced(changed, caller.personId());
        String detail = "%s %s -> %s %s%s"
                .formatted(
                        item.words().name(),
                        Points.format(item.price()),
                        command.words().name(),
                        Points.format(command.hundredths()),
                        active == item.active() ? "" : active ? " on sale" : " retired");
        record("shop.change", item.communityId(), itemId, detail);
        return changed;
    }

    /**
     * Pieces came.
     *
     * @throws DomainException 403, 404
     */
    public RewardItem deliver(long itemId, StockChange delivery) {
        RewardItem item = kept(itemId);
        new Violations()
                .required(delivery.pieces(), "quantity")
                .range(delivery.pieces(), "quantity", 1, MAX_PIECES)
                .text(delivery.note(), "note", MAX_NOTE)
                .throwIfAny();
        return change(item, delivery, StockMovement.Reason.DELIVERED);
    }

    /**
     * A count found more or fewer pieces than the books say.
     *
     * @throws DomainException 403, 404, 409 shop.stock-below-zero
     */
    public RewardItem correct(long itemId, StockChange correction) {
        RewardItem item = kept(itemId);
        Integer pieces = correction.pieces();
        new Violations()
                .required(pieces, "delta")
                .range(pieces, "delta", -MAX_PIECES, MAX_PIECES)
                .check(pieces == null || pieces != 0, "delta", "shop.nothing-to-correct")
                .requiredText(correction.note(), "note", MAX_NOTE)
                .throwIfAny();
        return change(item, correction, StockMovement.Reason.CORRECTED);
    }

    private RewardItem change(RewardItem item, StockChange change, StockMovement.Reason reason) {
        int pieces = change.pieces() == null ? 0 : change.pieces();
        String note = change.note() == null ? "" : change.note().strip();
        if (goods.hasMoved(reason, change.changeId())) {
            return item;
        }
        if (!goods.add(item.id(), pieces)) {
            throw DomainException.conflict("shop.stock-below-zero", item.stock());
        }
        if (!goods.moved(new Goods.Change(item.id(), pieces, reason, change.changeId(), caller.personId(), note))) {
            throw DomainException.conflict("platform.changed-meanwhile");
        }
        reserve.moved(item.id(), pieces, caller.personId());
        String action = reason == StockMovement.Reason.DELIVERED ? "shop.deliver" : "shop.correct";
        record(action, item.communityId(), item.id(), item.words().name() + " | " + pieces + " | " + note);
        return goods.find(item.id()).orElseThrow();
    }

    private RewardItem kept(long itemId) {
        caller.identity();
        RewardItem item = goods.find(itemId)
                .filter(found -> caller.sees(found.communityId()))
                .orElseThrow(DomainException::notFound);
        caller.require(ShopRights.KEEPERS, item.communityId());
        return item;
    }

    private void record(String action, long communityId, long itemId, String detail) {
        audit.record(action, communityId, new AuditLog.Subject("reward-item", itemId), detail);
    }

    private static DomainException nameTaken() {
        return DomainException.conflict("shop.name-taken");
    }
}
