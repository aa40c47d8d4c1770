package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.Automation;
import org.linli.plugin.Context;
import org.linli.plugin.effect.Effect;
import org.pf4j.Extension;

/** Tells the coordinators of hazards that are late, and of those that wait for somebody to look again. */
@Extension
public class TellCoordinators implements Automation {
    @Override
    public List<Effect> on(Context context, Trigger trigger) {
        return context.orders()
                .find(trigger.data().text("orderId"))
                .map(Hazard::new)
                .filter(hazard -> hazard.order().open())
                .map(hazard -> tell(hazard, trigger))
                .orElse(List.of());
    }

    private static List<Effect> tell(Hazard hazard, Trigger trigger) {
        String key = trigger.event().equals("order.completed")
                ? "notice.recheck"
                : hazard.waitsForRecheck() ? "notice.recheck.late" : "notice.overdue";
        return List.of(new Effect.Notify(
                List.of("role:" + Roles.COORDINATOR),
                key,
                List.of(hazard.place(), hazard.item()),
                "hazards/" + hazard.order().id(),
                key + ":" + trigger.id()));
    }
}
