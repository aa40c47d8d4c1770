package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.page.Widget;

/** Hazards in rows, the late ones said to be late. */
final class HazardTable {
    private HazardTable() {}

    static List<String> heads(Context context) {
        return List.of(
                context.text("hazard.place"),
                context.text("hazard.item"),
                context.text("hazard.grid"),
                context.text("hazard.found"),
                context.text("hazard.state"));
    }

    static Widget of(Context context, List<Hazard> hazards) {
        Grids grids = new Grids(context);
        List<Widget.Table.Row> rows = hazards.stream()
                .map(h -> new Widget.Table.Row(
                        cells(context, grids, h), "hazards/" + h.order().id()))
                .toList();
        return new Widget.Table(context.text("hazards.caption"), heads(context), rows, context.text("hazards.none"));
    }

    static List<String> cells(Context context, Grids grids, Hazard hazard) {
        return List.of(
                hazard.place(),
                hazard.item(),
                grids.name(hazard.order().unitId()),
                new Times(context).full(hazard.order().placedAt()),
                hazard.state(context));
    }
}
