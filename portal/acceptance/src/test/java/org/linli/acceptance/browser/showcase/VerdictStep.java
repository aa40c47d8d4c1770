package org.linli.acceptance.browser.showcase;

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.StepHandler;
import org.linli.plugin.effect.Effect;
import org.pf4j.Extension;

/** The dispatcher writes down how a service of the brand ended. */
@Extension
public class VerdictStep implements StepHandler {
    @Override
    public Result complete(Context context, OrderView order, Data input) {
        Data verdict = Data.of("verdict", input.text("verdict"));
        return new Result.Done("done", input.text("verdict"), List.of(new Effect.SetFields(order.id(), verdict)));
    }
}
