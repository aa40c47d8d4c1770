package org.linli.portal.brands.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.plugin.Data;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.release.Bindings;
import org.linli.portal.brands.release.LoadedRelease;
import org.linli.portal.brands.release.Registry;
import org.linli.portal.platform.jobs.PeriodicJob;

/** Queues automations whose time has come. Every node does so; the unique row lets one of them in. */
@ApplicationScoped
public class DueAutomations implements PeriodicJob {
    /** After a longer standstill a time that was missed stays missed. */
    private static final Duration LOOK_BACK = Duration.ofHours(24);

    private final Registry registry;
    private final Bindings bindings;
    private final RunQueue queue;
    private final Clock clock;

    @Inject
    public DueAutomations(Registry registry, Bindings bindings, RunQueue queue, Clock clock) {
        this.registry = registry;
        this.bindings = bindings;
        this.queue = queue;
        this.clock = clock;
    }

    static RunQueue.Trigger trigger(Instant due) {
        Data payload = Data.of("event", "cron", "at", due.toString(), "data", Data.EMPTY);
        return new RunQueue.Trigger("cron:" + due, payload);
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        for (LoadedRelease release : registry.all()) {
            for (Descriptor.Automatic automatic : release.descriptor().automations()) {
                due(automatic).ifPresent(at -> bindings.on(release.descriptor().id())
                        .forEach(binding ->
                                queue.add(binding.brand(), Run.What.AUTOMATION, automatic.name(), trigger(at))));
            }
        }
    }

    private Optional<Instant> due(Descriptor.Automatic automatic) {
        if (automatic.cron() == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return CronTimes.of(automatic.cron()).lastUntil(now).filter(at -> at.isAfter(now.minus(LOOK_BACK)));
    }
}
