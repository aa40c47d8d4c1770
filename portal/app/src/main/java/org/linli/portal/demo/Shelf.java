package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.DemoContent.Reward;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.PointsRows.RewardItemRow;
import org.linli.portal.demo.PointsRows.StockMovementRow;
import org.linli.portal.demo.Tree.Node;

/** The goods of one shop: delivered before the first order and once more since. */
final class Shelf {
    private static final int SECOND_DELIVERY_DAYS = 75;

    private final Scene scene;
    private final Node community;
    private final Person keeper;
    private final Map<Long, Good> goods = new LinkedHashMap<>();
    private final Map<Long, Integer> stock = new LinkedHashMap<>();
    private final Map<Long, Integer> left = new LinkedHashMap<>();

    /** One kind of goods in this shop. */
    record Good(long id, Reward reward) {
        long price() {
            return reward.price();
        }
    }

    Shelf(Scene scene, Node community, Person keeper) {
        this.scene = scene;
        this.community = community;
        this.keeper = keeper;
        Instant opened = scene.period().setup().plus(Duration.ofHours(2));
        Instant again = opened.plus(Duration.ofDays(SECOND_DELIVERY_DAYS));
        for (Reward reward : scene.content().rewards()) {
            Good good = new Good(scene.ids().at(opened), reward);
            goods.put(good.id(), good);
            left.put(good.id(), reward.stock());
            move(good, reward.stock(), "DELIVERED", null, opened, keeper);
            if (reward.price() < 3_000) {
                move(good, reward.stock() / 2, "DELIVERED", null, again, keeper);
            }
        }
    }

    Person keeper() {
        return keeper;
    }

    /** Something for at most that price that is certainly there; null when there is nothing. */
    @Nullable
    Good affordable(long points, Chance chance) {
        List<Good> possible = goods.values().stream()
                .filter(good -> good.price() <= points && left.getOrDefault(good.id(), 0) >= 2)
                .toList();
        return possible.isEmpty() ? null : chance.oneOf(possible);
    }

    void take(Good good, int quantity, long redemptionId, Instant at, Person by) {
        // what comes back or is delivered later is not counted on: then no moment in between falls short
        left.merge(good.id(), -quantity, Integer::sum);
        move(good, -quantity, "RESERVED", redemptionId, at, by);
    }

    void putBack(Good good, int quantity, long redemptionId, Instant at, @Nullable Person by) {
        move(good, quantity, "RETURNED", redemptionId, at, by);
    }

    /** Writes the goods with the stock that the movements left. */
    void store() {
        Instant opened = scene.period().setup().plus(Duration.ofHours(2));
        for (Good good : goods.values()) {
            Reward reward = good.reward();
            scene.rows()
                    .add(new RewardItemRow(
                            good.id(),
                            community.id(),
                            reward.nameZh(),
                            reward.nameEn(),
                            reward.description(),
                            reward.icon(),
                            reward.price(),
                            stock.getOrDefault(good.id(), 0),
                            opened));
        }
    }

    private void move(Good good, int delta, String reason, @Nullable Long source, Instant at, @Nullable Person by) {
        stock.merge(good.id(), delta, Integer::sum);
        Long actor = by == null ? null : by.id();
        scene.rows().add(new StockMovementRow(scene.ids().at(at), good.id(), delta, reason, source, at, actor, ""));
    }
}
