package org.linli.portal.orders.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.OrderAction;
import org.linli.portal.orders.OrderStatus;
import org.linli.portal.orders.Party;

/**
 * One row of the table of what is legal.
 *
 * @param from status before, null when the order is not yet there
 * @param action what is done
 * @param to status after
 * @param by who may do it
 * @param given holds only for packs with this stage, null for any
 * @param without holds only for packs without this stage, null for any
 */
public record Transition(
        @Nullable OrderStatus from,
        OrderAction action,
        OrderStatus to,
        Set<Party> by,
        @Nullable Stage given,
        @Nullable Stage without) {
    public Transition {
        by = Set.copyOf(by);
    }

    Transition given(Stage stage) {
        return new Transition(from, action, to, by, stage, without);
    }

    Transition without(Stage stage) {
        return new Transition(from, action, to, by, given, stage);
    }

    boolean holdsFor(FlowStages flow) {
        return (given == null || flow.has(given)) && (without == null || !flow.has(without));
    }
}
