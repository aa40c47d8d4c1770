package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.pf4j.Extension;

/** {@code GET overview}: this month's numbers and the open hazards, for a screen or another system. */
@Extension
public class OverviewApi implements Route {
    @Override
    public Response handle(Context context, Request request) {
        if (!request.path().isEmpty() || request.isPost()) {
            return new Response.NotFound();
        }
        List<Hazard> open = Hazard.open(context);
        List<Data> hazards = open.stream().map(h -> hazard(context, h)).toList();
        return new Response.Json(Data.of(
                "month", MonthNumbers.of(context, new Times(context).month()).data(),
                "open", open.size(),
                "overdue", open.stream().filter(h -> h.isOverdue(context.now())).count(),
                "hazards", hazards));
    }

    private static Data hazard(Context context, Hazard hazard) {
        return Data.of(
                "orderId", hazard.order().id(),
                "number", hazard.order().number(),
                "unitId", hazard.order().unitId(),
                "place", hazard.place(),
                "item", hazard.item(),
                "placedAt", hazard.order().placedAt().toString(),
                "dueAt",
                        hazard.order().dueAt() == null
                                ? null
                                : String.valueOf(hazard.order().dueAt()),
                "overdue", hazard.isOverdue(context.now()),
                "recheck", hazard.waitsForRecheck());
    }
}
