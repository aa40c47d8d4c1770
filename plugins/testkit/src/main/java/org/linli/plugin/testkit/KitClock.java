package org.linli.plugin.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.linli.plugin.Automation;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.plugin.effect.Effect;

/** What runs by itself: cron, deadlines, automations and point policies after a commit. */
final class KitClock {
    private final KitCommunity community;

    KitClock(KitCommunity community) {
        this.community = community;
    }

    void pass(Duration time) {
        Instant end = community.now().plus(time);
        Instant minute = community.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (; !minute.isAfter(end); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            community.moveTo(minute);
            ZonedDateTime local = minute.atZone(community.zone());
            for (var automation : community.descriptor().automations()) {
                if (automation.cron() != null && new Cron(automation.cron()).matches(local)) {
                    String id = automation.name() + ":" + minute;
                    run(automation, new Automation.Trigger("cron", id, minute, Data.EMPTY));
                }
            }
            tellOverdue(minute);
            settle();
        }
        community.moveTo(end);
    }

    private void tellOverdue(Instant now) {
        for (KitOrder order : List.copyOf(community.state().orders.values())) {
            boolean late = order.dueAt != null
                    && !order.dueAt.isAfter(now)
                    && order.status.matches("[A-Z_]*")
                    && !order.status.equals("COMPLETED");
            if (order.open() && late && !order.overdueTold) {
                order.overdueTold = true;
                Data data = Data.of("orderId", order.id, "type", order.type);
                community.state().happened("order.overdue", "overdue:" + order.id, now, data);
            }
            if (order.open() && order.step != null && order.stepDueAt != null && !order.stepDueAt.isAfter(now)) {
                Data data = Data.of("orderId", order.id, "type", order.type, "step", order.step);
                community.state().happened("order.overdue", "overdue:" + order.id + order.step, now, data);
                order.stepDueAt = null;
            }
        }
    }

    /** Runs until nothing is left to tell. */
    void settle() {
        for (int round = 0; round < 100; round++) {
            CoreState state = community.state();
            List<Automation.Trigger> events = new ArrayList<>(state.events);
            List<PointPolicy.Fact> facts = new ArrayList<>(state.facts);
            if (events.isEmpty() && facts.isEmpty()) {
                return;
            }
            state.events.clear();
            state.facts.clear();
            events.forEach(this::tell);
            facts.forEach(this::reward);
        }
        throw new AssertionError("the brand's events never end");
    }

    private void tell(Automation.Trigger trigger) {
        community.descriptor().automations().stream()
                .filter(a -> a.on().contains(trigger.event()))
                .forEach(a -> run(a, trigger));
    }

    /** Twice, as the portal does when the first run was cut off before it was noted: nothing may be doubled. */
    private void run(BrandDescriptor.Automatic automation, Automation.Trigger trigger) {
        Automation handler = community.kit().handler(automation.handler(), Automation.class);
        List<Effect> effects = community.calls().bounded("automation", null, c -> handler.on(c, trigger));
        community.commit(effects, null, false);
        if (effects.isEmpty()) {
            return;
        }
        String once = community.state().fingerprint();
        int events = community.state().events.size();
        List<Effect> again = community.calls().bounded("automation", null, c -> handler.on(c, trigger));
        if (again.stream().noneMatch(Effect.Emit.class::isInstance)) {
            community.commit(again, null, false);
            if (!community.state().fingerprint().equals(once)) {
                throw new AssertionError(automation.name() + " does something twice when it is repeated");
            }
            List<Automation.Trigger> raised = community.state().events;
            raised.subList(events, raised.size()).clear();
        }
    }

    private void reward(PointPolicy.Fact fact) {
        community.descriptor().points().stream()
                .filter(p -> p.subjects().contains(fact.kind()))
                .findFirst()
                .ifPresent(p -> {
                    PointPolicy policy = community.kit().handler(p.handler(), PointPolicy.class);
                    post(fact, community.calls().bounded("award", null, c -> policy.award(c, fact)));
                });
    }

    private void post(PointPolicy.Fact fact, List<PointPolicy.Award> awards) {
        for (PointPolicy.Award award : awards) {
            Effects.require(award.hundredths() > 0, "an award of nothing");
            Effects.require(!award.explanation().isBlank(), "an award without an explanation");
            String key = fact.kind() + "/" + fact.sourceId() + "/" + award.personId() + "/" + award.reason();
            community
                    .state()
                    .earned
                    .putIfAbsent(
                            key,
                            new CoreState.Earned(
                                    award.personId(), award.hundredths(), key, award.explanation(), fact.at()));
        }
    }
}
