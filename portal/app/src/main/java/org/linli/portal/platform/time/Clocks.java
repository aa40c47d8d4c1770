package org.linli.portal.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** The clock that everything is given: UTC, in whole microseconds, as the database keeps it. */
@ApplicationScoped
public class Clocks {
    /** Where people live; instants are kept in UTC. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
