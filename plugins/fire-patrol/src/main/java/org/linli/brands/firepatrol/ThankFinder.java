package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.Automation;
import org.linli.plugin.Context;
import org.linli.plugin.effect.Effect;
import org.pf4j.Extension;

/** Tells who found a hazard that it is gone: the best reason to report the next one. */
@Extension
public class ThankFinder implements Automation {
    @Override
    public List<Effect> on(Context context, Trigger trigger) {
        return context.orders()
                .find(trigger.data().text("orderId"))
                .map(Hazard::new)
                .<List<Effect>>map(hazard -> List.of(new Effect.Notify(
                        hazard.order().participants().getOrDefault("finder", List.of()),
                        "notice.gone",
                        List.of(hazard.place(), hazard.item()),
                        "report",
                        "gone:" + hazard.order().id())))
                .orElse(List.of());
    }
}
