package org.linli.brands.firepatrol;

import java.time.YearMonth;
import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.OrderView;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler;
import org.linli.plugin.effect.Effect;
import org.pf4j.Extension;

/**
 * Somebody else than who removed the danger looks whether it is gone. If not, the order goes back into service. Each look is
 * kept as a record, for the month's numbers and the hazard's history.
 */
@Extension
public class Recheck implements StepHandler {
    static final String KIND = "recheck";
    private static final int MAX_NOTE = 300;

    @Override
    public List<Problem> validate(Context context, OrderView order, Data input) {
        if (input.text("passed").equals("no") && input.text("note").isBlank()) {
            return List.of(new Problem("note", context.text("recheck.note.missing")));
        }
        return List.of();
    }

    @Override
    public Result complete(Context context, OrderView order, Data input) {
        Context.Actor actor = Roles.actor(context);
        if (actor.personId().equals(order.assigneeId())) {
            return new Result.Reject(List.of(new Problem("", context.text("recheck.own"))));
        }
        boolean passed = input.text("passed").equals("yes");
        YearMonth month = new Times(context).month();
        Data look = Data.of(
                "order", order.id(),
                "month", month.toString(),
                "passed", passed,
                "by", actor.name(),
                "at", context.now().toString(),
                "note", Fields.words(input, "note", MAX_NOTE),
                "photos", Fields.photos(input, "photos"));
        String outcome = passed ? "passed" : "failed";
        String note = context.text("recheck." + outcome, actor.name(), look.text("note"));
        return new Result.Done(
                outcome,
                note.strip(),
                List.of(new Effect.PutRecord(KIND, order.id() + "." + order.version(), look, Effect.ANY)));
    }
}
