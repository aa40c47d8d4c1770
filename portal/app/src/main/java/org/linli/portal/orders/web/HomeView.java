package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.time.Clocks;

/** A word of welcome that fits the hour. */
@Named("home")
@RequestScoped
public class HomeView {
    private static final int NOON = 11;
    private static final int AFTERNOON = 13;
    private static final int EVENING = 18;

    private final Caller caller;
    private final OrderWords words;
    private final Clock clock;

    @Inject
    public HomeView(Caller caller, OrderWords words, Clock clock) {
        this.caller = caller;
        this.words = words;
        this.clock = clock;
    }

    public String getGreeting() {
        int hour = clock.instant().atZone(Clocks.ZONE).getHour();
        String part = hour < NOON ? "morning" : hour < AFTERNOON ? "noon" : hour < EVENING ? "afternoon" : "evening";
        return words.say("home.greeting." + part, caller.identity().name());
    }
}
