package org.linli.portal.brands.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** A brand that was switched on or off is told so after the commit; in a portal with demo data it makes its own, once. */
@ApplicationScoped
public class QueueSwitches {
    private final RunQueue queue;
    private final Sql sql;
    private final Clock clock;
    private final boolean demo;

    @Inject
    public QueueSwitches(
            RunQueue queue,
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "linli.demo", defaultValue = "false") boolean demo) {
        this.queue = queue;
        this.sql = sql;
        this.clock = clock;
        this.demo = demo;
    }

    void switched(@Observes BrandSwitched event) {
        String once = Long.toString(Ids.next());
        Run.What what = event.on() ? Run.What.ENABLE : Run.What.DISABLE;
        queue.add(event.scope().brand(), what, "", new RunQueue.Trigger(once, Data.EMPTY));
        if (!event.on()) {
            return;
        }
        for (Descriptor.Automatic automatic : event.scope().descriptor().automations()) {
            if (automatic.cron() != null) {
                CronTimes.of(automatic.cron())
                        .lastUntil(clock.instant())
                        .ifPresent(due ->
                                queue.pass(event.scope().brand(), automatic.name(), DueAutomations.trigger(due)));
            }
        }
        if (demo) {
            queue.add(event.scope().brand(), Run.What.DEMO, "", new RunQueue.Trigger("demo", Data.EMPTY));
        }
    }

    void purged(@Observes BrandPurged event) {
        sql.update(
                "DELETE FROM brand_run WHERE brand = ? AND community_id = ?",
                event.brand().brandId(),
                event.brand().communityId());
        sql.update(
                "DELETE FROM brand_call WHERE brand = ? AND community_id = ?",
                event.brand().brandId(),
                event.brand().communityId());
    }
}
