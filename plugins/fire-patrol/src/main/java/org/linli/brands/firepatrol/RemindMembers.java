package org.linli.brands.firepatrol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.plugin.ActivityView;
import org.linli.plugin.Automation;
import org.linli.plugin.Context;
import org.linli.plugin.effect.Effect;
import org.pf4j.Extension;

/** The evening before, at the community's hour, tells those who walk tomorrow. Runs each hour: the hour is a setting. */
@Extension
public class RemindMembers implements Automation {
    @Override
    public List<Effect> on(Context context, Trigger trigger) {
        Times times = new Times(context);
        // of the trigger, not of now: a run that was put off still belongs to its hour
        if (times.local(trigger.at()).getHour() != context.settings().number("reminderHour")) {
            return List.of();
        }
        LocalDate tomorrow = times.local(trigger.at()).toLocalDate().plusDays(1);
        List<Effect> effects = new ArrayList<>();
        for (String kind : List.of(Round.KIND, PublicityPage.KIND)) {
            List<ActivityView> dates = context.activities()
                    .between(kind, times.startOf(tomorrow), times.startOf(tomorrow.plusDays(1)), 100);
            for (ActivityView date : dates) {
                List<String> people = date.people().stream()
                        .map(ActivityView.Person::personId)
                        .toList();
                if (date.status().equals("PLANNED") && !people.isEmpty()) {
                    effects.add(new Effect.Notify(
                            people,
                            "notice.tomorrow",
                            List.of(date.title(), times.full(date.startsAt())),
                            kind.equals(Round.KIND) ? "today" : "publicity",
                            "tomorrow:" + date.id()));
                }
            }
        }
        return effects;
    }
}
