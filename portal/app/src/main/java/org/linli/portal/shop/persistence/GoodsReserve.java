package org.linli.portal.shop.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;

/** The goods in the house as they stand in the ledger. */
@ApplicationScoped
public class GoodsReserve {
    private static final String WORTH =
            "SELECT item_id, community_id, pieces, price FROM goods_reserve WHERE item_id = ?";

    private final Sql sql;

    @Inject
    public GoodsReserve(Sql sql) {
        this.sql = sql;
    }

    /**
     * Goods and what they are worth.
     *
     * @param pieces on the shelf and reserved
     * @param price hundredths of a point for one piece
     */
    public record Worth(long itemId, long communityId, int pieces, long price) {
        /** All pieces together, hundredths of a point. */
        public long value() {
            return Math.multiplyExact(price, pieces);
        }

        /** With more pieces, or fewer. */
        public Worth plus(int more) {
            return new Worth(itemId, communityId, Math.addExact(pieces, more), price);
        }

        /** At another price. */
        public Worth at(long other) {
            return new Worth(itemId, communityId, pieces, other);
        }
    }

    public Optional<Worth> find(long itemId) {
        return sql.first(WORTH, GoodsReserve::worth, itemId);
    }

    /** As it stands, for this transaction alone until it ends. */
    public Optional<Worth> take(long itemId) {
        return sql.first(WORTH + " FOR UPDATE", GoodsReserve::worth, itemId);
    }

    public void keep(Worth worth) {
        sql.update(
                "UPDATE goods_reserve SET pieces = ?, price = ? WHERE item_id = ?",
                worth.pieces(),
                worth.price(),
                worth.itemId());
    }

    /** False when there is a row. */
    public boolean insert(Worth worth) {
        try {
            sql.update(
                    "INSERT INTO goods_reserve (item_id, community_id, pieces, price) VALUES (?, ?, ?, ?)",
                    worth.itemId(),
                    worth.communityId(),
                    worth.pieces(),
                    worth.price());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                return false;
            }
            throw e;
        }
    }

    /** The goods as the shop's books have them, in one look. */
    public Optional<Worth> count(long itemId) {
        return sql.first(
                "SELECT i.id, i.community_id, i.stock + (SELECT COALESCE(SUM(r.quantity), 0) FROM redemption r"
                        + " WHERE r.item_id = i.id AND r.status = 'RESERVED'), i.price FROM reward_item i WHERE i.id = ?",
                GoodsReserve::worth,
                itemId);
    }

    /** Ids of goods that are not in the ledger yet. */
    public List<Long> unknown(int limit) {
        return sql.list(
                "SELECT i.id FROM reward_item i WHERE NOT EXISTS (SELECT 1 FROM goods_reserve g WHERE g.item_id = i.id)"
                        + " LIMIT ?",
                row -> row.number(1),
                limit);
    }

    private static Worth worth(Sql.Row row) throws SQLException {
        return new Worth(row.number(1), row.number(2), row.integer(3), row.number(4));
    }
}
