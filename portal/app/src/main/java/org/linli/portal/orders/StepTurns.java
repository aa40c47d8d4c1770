package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.StepHandler.Result;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandCalls;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Descriptor.Step;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.StepRows;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;

/** The two transactions of a step: what there is to decide, and what was decided. The brand decides between them. */
@Desk
public class StepTurns {
    private final Orders orders;
    private final Steps steps;
    private final StepRows rows;
    private final BrandCalls calls;
    private final BrandEvents events;

    @Inject
    StepTurns(Orders orders, Steps steps, StepRows rows, BrandCalls calls, BrandEvents events) {
        this.orders = orders;
        this.steps = steps;
        this.rows = rows;
        this.calls = calls;
        this.events = events;
    }

    /**
     * A step that waits for the caller.
     *
     * @param order as the brand sees it; its version is that of the decision
     */
    public record Turn(BrandRef brand, Step step, OrderView order) {}

    /**
     * The step, if it waits and the caller may take it.
     *
     * @throws DomainException 404, 403, or 409 when it does not wait
     */
    public Turn open(OrderRef ref, String code) {
        ServiceOrder order = orders.find(ref.id()).filter(steps::isNear).orElseThrow(DomainException::notFound);
        if (ref.version() != null && ref.version() != order.version()) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
        Extension extension = steps.extension(order);
        if (!code.equals(extension.stepCode())) {
            throw DomainException.conflict("orders.step-not-open");
        }
        Step step = steps.step(extension, code);
        steps.requireTurn(order, extension, step);
        return new Turn(extension.brand(), step, steps.view(order, extension));
    }

    /** Writes what was decided, if the order is still as it was. */
    public void decided(Turn turn, long personId, Data input, Result result) {
        ServiceOrder order = orders.take(Long.parseLong(turn.order().id()));
        Extension extension = steps.extension(order);
        boolean same = turn.step().code().equals(extension.stepCode())
                && turn.order().status().equals(order.status().name());
        if (!same) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
        Act act = new Act(personId, steps.now(), note(result));
        String outcome = result instanceof Result.Done done ? done.outcome() : null;
        rows.add(
                order.id(), new StepRows.Taken(turn.step().code(), act.at(), personId, "", outcome, input, act.note()));
        calls.apply(turn.brand(), personId, effects(result));
        if (outcome != null) {
            steps.follow(order, turn.step(), next(turn.step(), outcome), act);
        }
        Data what = Data.of(
                "orderId",
                turn.order().id(),
                "type",
                turn.order().type(),
                "step",
                turn.step().code(),
                "outcome",
                outcome);
        events.raise(turn.brand(), "order.step", id(order, act.at()), act.at(), what);
    }

    private static String id(ServiceOrder order, Instant at) {
        return "step:" + order.id() + ":" + at.toEpochMilli();
    }

    /** Where the outcome leads by the descriptor. */
    private static String next(Step step, String outcome) {
        return Optional.ofNullable(step.outcomes().get(outcome))
                .orElseThrow(() -> DomainException.of(Kind.UNAVAILABLE, "orders.unknown-outcome", outcome));
    }

    private static List<Effect> effects(Result result) {
        if (result instanceof Result.Done done) {
            return done.effects();
        }
        return result instanceof Result.Pending pending ? pending.effects() : List.of();
    }

    private static String note(Result result) {
        String note = result instanceof Result.Done done
                ? done.note()
                : result instanceof Result.Pending pending ? pending.note() : "";
        return note.length() > 500 ? note.substring(0, 500) : note;
    }
}
