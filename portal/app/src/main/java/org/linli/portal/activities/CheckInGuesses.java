package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.Guesses;

/** Nobody finds the digits of a check-in by trying: the way to {@link CheckInDesk#checkIn} for pages and REST. */
@ApplicationScoped
public class CheckInGuesses {
    private static final Attempts.Limit LIMIT = new Attempts.Limit(10, Duration.ofMinutes(10));

    private final Caller caller;
    private final Guesses guesses;
    private final CheckInDesk desk;

    @Inject
    public CheckInGuesses(Caller caller, Guesses guesses, CheckInDesk desk) {
        this.caller = caller;
        this.guesses = guesses;
        this.desk = desk;
    }

    /**
     * The caller is there.
     *
     * @throws org.linli.portal.platform.problem.DomainException as the desk does, and 429 after too many wrong codes
     */
    public void checkIn(long id, @Nullable String code) {
        Guesses.Guess guess = new Guesses.Guess(
                "check-in:" + caller.personId(), LIMIT, CheckInDesk.WRONG, "activities.too-many-wrong-codes");
        guesses.count(
                guess,
                () -> {
                    desk.checkIn(id, code);
                    return true;
                },
                refusal -> {});
    }
}
