package org.linli.plugin.testkit;

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler;

/** How an order of the brand moves in the kit's core: the stages of the flow, and the brand's steps in them. */
final class OrderFlow {
    private final KitCommunity community;
    private final CoreState state;
    private final KitOrder order;
    private final BrandDescriptor.OrderType type;

    OrderFlow(KitCommunity community, CoreState state, KitOrder order) {
        this.community = community;
        this.state = state;
        this.order = order;
        this.type = community.descriptor().orderType(order.type).orElseThrow();
    }

    void accept(String volunteerId) {
        Effects.require(order.status.equals("PLACED"), "it is " + order.status);
        Effects.require(!order.principalId.equals(volunteerId), "nobody serves their own order");
        order.assigneeId = volunteerId;
        move("IN_SERVICE", "");
    }

    void complete(int minutes) {
        Effects.require(order.status.equals("IN_SERVICE") && order.step == null, "it is " + order.status);
        order.minutes += minutes;
        move("COMPLETED", "");
    }

    void review() {
        Effects.require(order.status.equals("COMPLETED") && order.step == null, "it is " + order.status);
        close();
    }

    void step(KitPerson person, Data input) {
        BrandDescriptor.Step step = type.steps().stream()
                .filter(s -> s.code().equals(order.step))
                .findFirst()
                .orElseThrow(() -> new Refusal("no step waits"));
        Context.Actor actor = person.actor();
        Effects.require(may(step, actor), "403 " + step.code());
        for (BrandDescriptor.Input field : step.form()) {
            Effects.require(!field.required() || !input.text(field.name()).isBlank(), field.name() + " is required");
            Effects.require(
                    field.choices().isEmpty()
                            || input.text(field.name()).isEmpty()
                            || field.choices().containsKey(input.text(field.name())),
                    field.name() + " has no such choice");
        }
        StepHandler handler = community.kit().handler(step.handler(), StepHandler.class);
        List<Problem> problems =
                community.calls().bounded("validate", person, c -> handler.validate(c, order.view(), input));
        if (!problems.isEmpty()) {
            throw new Refusal(problems.toString(), problems);
        }
        StepHandler.Result result =
                community.calls().bounded("step", person, c -> handler.complete(c, order.view(), input));
        if (result instanceof StepHandler.Result.Reject reject) {
            throw new Refusal(reject.problems().toString(), reject.problems());
        }
        if (result instanceof StepHandler.Result.Pending pending) {
            new Effects(community, state, person.id(), false).apply(pending.effects());
        } else if (result instanceof StepHandler.Result.Done done) {
            new Effects(community, state, person.id(), false).apply(done.effects());
            decide(step, done);
        }
    }

    private boolean may(BrandDescriptor.Step step, Context.Actor actor) {
        String id = actor.personId();
        if (step.by().contains("assignee") && id.equals(order.assigneeId)) {
            return true;
        }
        if (id.equals(order.assigneeId)) {
            return false;
        }
        return step.by().stream()
                .anyMatch(role -> actor.is(role) || (role.startsWith("participant:") && takesPart(role, id)));
    }

    private boolean takesPart(String role, String personId) {
        return order.participants.getOrDefault(role.substring(12), List.of()).contains(personId);
    }

    private void decide(BrandDescriptor.Step step, StepHandler.Result.Done done) {
        String target = step.outcomes().get(done.outcome());
        if (target == null) {
            throw new AssertionError("step " + step.code() + " has no outcome " + done.outcome());
        }
        order.step = null;
        state.happened(
                "order.step",
                "step:" + order.id + ":" + order.version,
                community.now(),
                Data.of("orderId", order.id, "type", order.type, "step", step.code(), "outcome", done.outcome()));
        switch (target) {
            case "REOPEN" -> move("IN_SERVICE", done.note());
            case "CANCEL" -> move("CANCELLED", done.note());
            default -> next(step, done.note());
        }
    }

    private void next(BrandDescriptor.Step done, String note) {
        order.timeline.add(done.code() + ": " + note);
        List<BrandDescriptor.Step> after = type.steps().stream()
                .filter(s -> s.when().equals(done.when()))
                .dropWhile(s -> !s.code().equals(done.code()))
                .skip(1)
                .toList();
        if (!after.isEmpty()) {
            await(after.get(0));
        } else if (order.status.equals("COMPLETED") && !type.flow().contains("REVIEW")) {
            close();
        } else {
            order.version++;
        }
    }

    private void move(String status, String note) {
        order.become(status, note);
        state.happened(
                "order." + status.toLowerCase(java.util.Locale.ROOT),
                status + ":" + order.id + ":" + order.version,
                community.now(),
                Data.of("orderId", order.id, "type", order.type));
        var waiting = type.steps().stream().filter(s -> s.when().equals(status)).findFirst();
        if (waiting.isPresent()) {
            await(waiting.get());
        } else if (status.equals("COMPLETED") && !type.flow().contains("REVIEW")) {
            close();
        }
    }

    private void await(BrandDescriptor.Step step) {
        order.step = step.code();
        order.stepDueAt = step.limit() == null ? null : community.now().plus(step.limit());
    }

    private void close() {
        move("CLOSED", "");
        if (order.assigneeId != null) {
            state.facts.add(new PointPolicy.Fact(
                    "order:" + order.type, order.id, order.assigneeId, order.minutes, community.now(), order.fields));
        }
    }
}
