package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.List;
import org.linli.plugin.Brand;
import org.linli.plugin.Context;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;
import org.linli.plugin.effect.Effect;
import org.pf4j.Extension;

/** The brand as a whole. */
@Extension
public class FirePatrolBrand implements Brand {
    @Override
    public List<Problem> validateSettings(Context context, Data settings) {
        List<Problem> problems = new ArrayList<>();
        List<String> extra = Item.extra(settings);
        if (settings.texts("items").isEmpty() && extra.isEmpty()) {
            problems.add(new Problem("items", context.text("problem.settings.items")));
        }
        if (extra.size() > Item.MAX_EXTRA || extra.stream().anyMatch(line -> line.length() > Item.MAX_LABEL)) {
            problems.add(new Problem(
                    "extraItems",
                    context.text(
                            "problem.settings.extra",
                            Integer.toString(Item.MAX_EXTRA),
                            Integer.toString(Item.MAX_LABEL))));
        }
        return problems;
    }

    @Override
    public List<Effect> demo(Context context) {
        return new DemoHistory(context).effects();
    }
}
