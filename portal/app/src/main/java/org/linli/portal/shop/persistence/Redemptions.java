package org.linli.portal.shop.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.shop.Redemption;
import org.linli.portal.shop.RedemptionStatus;
import org.linli.portal.shop.RewardItem;

/** Redemptions. */
@ApplicationScoped
public class Redemptions {
    private static final String REDEMPTION = "SELECT r.id, r.community_id, r.item_id, i.name, i.name_en, i.description,"
            + " i.icon, r.quantity, r.person_id, p.name, r.total, r.status, r.pickup_code, r.hold_id, r.reserved_at,"
            + " r.expires_at, r.settled_at FROM redemption r JOIN reward_item i ON i.id = r.item_id"
            + " JOIN person p ON p.id = r.person_id WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Redemptions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is to be kept of a new redemption. */
    public record New(long id, RewardItem item, long personId, int quantity, long holdId, Redemption.Times times) {}

    /** Inserts a reserved redemption; false when its code is that of another live one. */
    public boolean insert(New redemption, String code) {
        try {
            sql.update(
                    "INSERT INTO redemption (id, community_id, item_id, person_id, quantity, total, status, pickup_code,"
                            + " live_code, hold_id, reserved_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    redemption.id(),
                    redemption.item().communityId(),
                    redemption.item().id(),
                    redemption.personId(),
                    redemption.quantity(),
                    redemption.item().price() * redemption.quantity(),
                    RedemptionStatus.RESERVED,
                    code,
                    code,
                    redemption.holdId(),
                    redemption.times().reservedAt(),
                    redemption.times().expiresAt());
            return true;
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "redemption_live_code")) {
                return false;
            }
            throw e;
        }
    }

    /** Ends a redemption that is still reserved; whoever comes second gets false. */
    public boolean settle(long id, RedemptionStatus outcome, @Nullable Long actorId) {
        return sql.update(
                        "UPDATE redemption SET status = ?, live_code = NULL, settled_at = ?, settled_by = ?,"
                                + " version = version + 1 WHERE id = ? AND status = ?",
                        outcome,
                        clock.instant(),
                        actorId,
                        id,
                        RedemptionStatus.RESERVED)
                == 1;
    }

    /** The redemption with that id. */
    public Optional<Redemption> find(long id) {
        return sql.first(REDEMPTION + "r.id = ?", Redemptions::redemption, id);
    }

    /** The reserved redemption with that code. */
    public Optional<Redemption> findLive(long communityId, String code) {
        return sql.first(
                REDEMPTION + "r.community_id = ? AND r.live_code = ?", Redemptions::redemption, communityId, code);
    }

    /** The latest redemption since that id which had the code and is over. */
    public Optional<Redemption> findSettled(long communityId, String code, long sinceId) {
        return sql.first(
                REDEMPTION + "r.community_id = ? AND r.id > ? AND r.pickup_code = ? AND r.status <> 'RESERVED'"
                        + " ORDER BY r.id DESC LIMIT 1",
                Redemptions::redemption,
                communityId,
                sinceId,
                code);
    }

    /** Redemptions of a person, newest first. */
    public Page<Redemption> ofPerson(long personId, Window window) {
        return page(window, REDEMPTION + "r.person_id = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?", personId);
    }

    /** Redemptions of a shop in that state, newest first. */
    public Page<Redemption> ofShop(long communityId, RedemptionStatus status, Window window) {
        List<Redemption> rows = sql.list(
                REDEMPTION + "r.community_id = ? AND r.status = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?",
                Redemptions::redemption,
                communityId,
                status,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Redemption::id);
    }

    /** Redemptions of a shop that were settled so in a time, latest first. */
    public List<Redemption> settled(long communityId, RedemptionStatus status, Instant from, Instant to) {
        return sql.list(
                REDEMPTION + "r.community_id = ? AND r.status = ? AND r.settled_at >= ? AND r.settled_at < ?"
                        + " ORDER BY r.settled_at DESC LIMIT 500",
                Redemptions::redemption,
                communityId,
                status,
                from,
                to);
    }

    /** Whether the person ever redeemed these goods, whatever became of it. */
    public boolean hasRedeemed(long personId, long itemId) {
        return sql.number("SELECT COUNT(*) FROM redemption WHERE person_id = ? AND item_id = ?", personId, itemId) > 0;
    }

    /** Ids of reserved redemptions that have lapsed, the oldest first. */
    public List<Long> due(Instant now, int limit) {
        return sql.list(
                "SELECT id FROM redemption WHERE status = 'RESERVED' AND expires_at <= ? ORDER BY expires_at LIMIT ?",
                row -> row.number(1),
                now,
                limit);
    }

    private Page<Redemption> page(Window window, String query, long key) {
        List<Redemption> rows = sql.list(query, Redemptions::redemption, key, window.before(), window.fetchSize());
        return Page.of(rows, window, Redemption::id);
    }

    private static Redemption redemption(Sql.Row row) throws SQLException {
        RewardItem.Words words = new RewardItem.Words(row.text(4), row.text(5), row.text(6), row.text(7));
        return new Redemption(
                row.number(1),
                row.number(2),
                new Redemption.Goods(row.number(3), words, row.integer(8)),
                new Redemption.Owner(row.number(9), row.text(10)),
                row.number(11),
                row.constant(12, RedemptionStatus.class),
                row.text(13),
                row.number(14),
                new Redemption.Times(row.instant(15), row.instant(16), row.instantOrNull(17)));
    }
}
