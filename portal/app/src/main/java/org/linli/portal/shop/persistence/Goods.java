package org.linli.portal.shop.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.shop.RewardItem;
import org.linli.portal.shop.StockMovement;

/** Goods and their stock. Every change of a stock writes its movement in the same transaction. */
@ApplicationScoped
public class Goods {
    private static final String ITEM =
            "SELECT id, community_id, name, name_en, description, icon, price, stock, active,"
                    + " version FROM reward_item WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Goods(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A change of a stock.
     *
     * @param itemId the goods
     * @param delta pieces, negative when they leave
     * @param reason why
     * @param sourceId what caused it; with the reason it acts once
     * @param actorId who, null for the portal itself
     * @param note remark
     */
    public record Change(
            long itemId,
            int delta,
            StockMovement.Reason reason,
            long sourceId,
            @Nullable Long actorId,
            String note) {}

    /** The goods with that id. */
    public Optional<RewardItem> find(long id) {
        return sql.first(ITEM + "id = ?", Goods::item, id);
    }

    /** Goods of a shop, newest first; the retired ones only when asked for. */
    public Page<RewardItem> list(long communityId, boolean retiredToo, Window window) {
        List<RewardItem> rows = sql.list(
                ITEM + "community_id = ? AND (active = 1 OR ?) AND id < ? ORDER BY id DESC LIMIT ?",
                Goods::item,
                communityId,
                retiredToo,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, RewardItem::id);
    }

    /** All goods on sale, in the order of their price: what a shop shows. */
    public List<RewardItem> onSale(long communityId) {
        return sql.list(
                ITEM + "community_id = ? AND active = 1 ORDER BY stock = 0, price, id LIMIT 200",
                Goods::item,
                communityId);
    }

    /** Inserts goods without stock; false when the name is taken. */
    public boolean insert(long id, long communityId, RewardItem.Words words, long price) {
        try {
            sql.update(
                    "INSERT INTO reward_item (id, community_id, name, name_en, description, icon, price, stock, active,"
                            + " created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 1, ?, 0)",
                    id,
                    communityId,
                    words.name(),
                    words.nameEn(),
                    words.description(),
                    words.icon(),
                    price,
                    clock.instant());
            return true;
        } catch (IllegalStateException e) {
            return nameTaken(e);
        }
    }

    /**
     * Changes words, price and state of the version that was seen.
     *
     * @return rows changed: none when somebody was faster
     */
    public int change(RewardItem seen, RewardItem.Words words, long price, boolean active) {
        try {
            return sql.update(
                    "UPDATE reward_item SET name = ?, name_en = ?, description = ?, icon = ?, price = ?, active = ?,"
                            + " version = version + 1 WHERE id = ? AND version = ?",
                    words.name(),
                    words.nameEn(),
                    words.description(),
                    words.icon(),
                    price,
                    active,
                    seen.id(),
                    seen.version());
        } catch (IllegalStateException e) {
            nameTaken(e);
            return -1;
        }
    }

    /** Takes pieces if they are there, on sale, and at the price that the buyer saw: one statement decides. */
    public boolean take(RewardItem seen, int quantity) {
        return sql.take(
                "UPDATE reward_item SET stock = stock - ? WHERE id = ? AND price = ? AND active = 1 AND stock >= ?",
                quantity,
                seen.id(),
                seen.price());
    }

    /** Adds or removes pieces unless that leaves less than none. */
    public boolean add(long itemId, int delta) {
        return sql.update(
                        "UPDATE reward_item SET stock = stock + ? WHERE id = ? AND stock + ? >= 0",
                        delta,
                        itemId,
                        delta)
                == 1;
    }

    /** Writes down a change of a stock; false when the same change was written before. */
    public boolean moved(Change change) {
        try {
            sql.update(
                    "INSERT INTO stock_movement (id, item_id, delta, reason, source_id, at, actor_id, note)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    change.itemId(),
                    change.delta(),
                    change.reason(),
                    change.sourceId(),
                    clock.instant(),
                    change.actorId(),
                    change.note());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "stock_movement_once")) {
                return false;
            }
            throw e;
        }
    }

    /** Whether that change was written before. */
    public boolean hasMoved(StockMovement.Reason reason, long sourceId) {
        return sql.number("SELECT COUNT(*) FROM stock_movement WHERE reason = ? AND source_id = ?", reason, sourceId)
                > 0;
    }

    /** Changes of a stock, newest first. */
    public Page<StockMovement> movements(long itemId, Window window) {
        List<StockMovement> rows = sql.list(
                "SELECT m.id, m.delta, m.reason, m.at, p.name, m.note FROM stock_movement m"
                        + " LEFT JOIN person p ON p.id = m.actor_id WHERE m.item_id = ? AND m.id < ?"
                        + " ORDER BY m.id DESC LIMIT ?",
                row -> new StockMovement(
                        row.number(1),
                        row.integer(2),
                        row.constant(3, StockMovement.Reason.class),
                        row.instant(4),
                        row.textOrNull(5),
                        row.text(6)),
                itemId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, StockMovement::id);
    }

    private static boolean nameTaken(IllegalStateException e) {
        if (SqlFailure.isDuplicate(e, "reward_item_name")) {
            return false;
        }
        throw e;
    }

    private static RewardItem item(Sql.Row row) throws SQLException {
        return new RewardItem(
                row.number(1),
                row.number(2),
                new RewardItem.Words(row.text(3), row.text(4), row.text(5), row.text(6)),
                row.number(7),
                row.integer(8),
                row.flag(9),
                row.number(10));
    }
}
