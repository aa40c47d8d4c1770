package org.linli.brands.firepatrol;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.linli.plugin.Automation;
import org.linli.plugin.Context;
import org.linli.plugin.effect.Effect;
import org.linli.plugin.effect.Effect.Document.Block;
import org.pf4j.Extension;

/** On the first of a month: last month's numbers as a record and a PDF, and a word to the coordinators. */
@Extension
public class MonthSheet implements Automation {
    static final String KIND = "month";

    @Override
    public List<Effect> on(Context context, Trigger trigger) {
        YearMonth last = YearMonth.from(new Times(context).local(trigger.at())).minusMonths(1);
        List<Effect> effects = new ArrayList<>(of(context, last));
        effects.add(new Effect.Notify(
                List.of("role:" + Roles.COORDINATOR),
                "notice.month",
                List.of(last.toString()),
                "summary",
                "month:" + last));
        return effects;
    }

    /** The sheet of a month; made again it replaces the one before. */
    static List<Effect> of(Context context, YearMonth month) {
        MonthNumbers numbers = MonthNumbers.of(context, month);
        return List.of(
                new Effect.PutRecord(KIND, month.toString(), numbers.data(), Effect.ANY),
                new Effect.RenderDocument(
                        KIND,
                        month.toString(),
                        context.text("sheet.name", month.toString()),
                        document(context, numbers)));
    }

    private static Effect.Document document(Context context, MonthNumbers numbers) {
        Grids grids = new Grids(context);
        List<List<String>> open = Hazard.open(context).stream()
                .map(hazard -> HazardTable.cells(context, grids, hazard))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(context.text(
                "sheet.lead", context.community().name(), numbers.month().toString())));
        blocks.add(new Block.Table(MonthNumbers.heads(context), List.of(numbers.cells())));
        blocks.add(new Block.Heading(context.text("sheet.open")));
        if (open.isEmpty()) {
            blocks.add(new Block.Paragraph(context.text("hazards.none")));
        } else {
            blocks.add(new Block.Table(HazardTable.heads(context), open));
        }
        blocks.add(new Block.Signature(context.text("sheet.signature")));
        return new Effect.Document(context.text("sheet.title", numbers.month().toString()), blocks);
    }
}
