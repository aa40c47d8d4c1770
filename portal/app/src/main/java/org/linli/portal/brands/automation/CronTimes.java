package org.linli.portal.brands.automation;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.linli.portal.platform.time.Clocks;

/** Times of a cron expression: minute, hour, day, month, weekday, in the time zone of the portal. */
public final class CronTimes {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private final ExecutionTime times;

    private CronTimes(Cron cron) {
        this.times = ExecutionTime.forCron(cron);
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static CronTimes of(String expression) {
        return new CronTimes(PARSER.parse(expression).validate());
    }

    /** The last time at or before that instant, if there ever was one. */
    public Optional<Instant> lastUntil(Instant now) {
        ZonedDateTime local = now.atZone(Clocks.ZONE);
        return times.isMatch(local.withSecond(0).withNano(0))
                ? Optional.of(local.withSecond(0).withNano(0).toInstant())
                : times.lastExecution(local).map(ZonedDateTime::toInstant);
    }
}
