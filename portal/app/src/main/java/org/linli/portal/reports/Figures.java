package org.linli.portal.reports;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderStatus;

/**
 * What is counted at a unit and below it, in a period.
 *
 * @param orders placed in the period, by the state they are in now
 * @param residents different people for whom they were placed
 * @param services recorded in the period
 * @param minutes of these services
 * @param volunteers different people who served
 * @param issued hundredths of a point that came into being, corrections taken off
 * @param spent hundredths of a point that were redeemed; null below a community, which has the shop
 * @param hidden too few people to be shown to this caller: all counts are zero then
 */
public record Figures(
        Map<OrderStatus, Long> orders,
        long residents,
        long services,
        long minutes,
        long volunteers,
        long issued,
        @Nullable Long spent,
        boolean hidden) {
    /** Fewer people than this could be recognised. */
    static final int SMALL = 5;

    /** Nothing happened. */
    public static final Figures NONE = new Figures(Map.of(), 0, 0, 0, 0, 0, null, false);

    public Figures {
        orders = orders.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(orders));
    }

    /** All orders, whatever their state. */
    public long total() {
        return orders.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Orders in that state. */
    public long in(OrderStatus status) {
        return orders.getOrDefault(status, 0L);
    }

    /** Whether so few people took part that they could be recognised. */
    boolean small() {
        return (residents > 0 && residents < SMALL) || (volunteers > 0 && volunteers < SMALL);
    }

    /** The same without any count. */
    Figures hide() {
        return new Figures(Map.of(), 0, 0, 0, 0, 0, spent == null ? null : (Long) 0L, true);
    }
}
