package org.linli.portal.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;

/**
 * Nobody finds a short code by trying: each try is counted before the transaction of what it opens begins, and given
 * back unless the code was wrong.
 */
@ApplicationScoped
public class Guesses {
    private final Attempts attempts;

    @Inject
    public Guesses(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * What is guessed.
     *
     * @param subject whose tries are counted
     * @param limit how many, and for how long
     * @param wrong code of the refusal that says that the code was wrong
     * @param blocked code of the refusal after too many, its argument is minutes
     */
    public record Guess(String subject, Attempts.Limit limit, String wrong, String blocked) {}

    /**
     * Counts one try and makes it.
     *
     * @param tried the call of the desk; outside of a transaction
     * @param onWrong what else a wrong code leaves behind
     * @throws DomainException 429 after too many wrong ones
     */
    public <T> T count(Guess guess, Supplier<T> tried, Consumer<DomainException> onWrong) {
        Attempts.Counted counted = attempts.count(guess.subject(), guess.limit());
        if (counted.isBlocked()) {
            throw DomainException.tooMany(guess.blocked(), counted.blockedMinutes());
        }
        boolean wrong = false;
        try {
            return tried.get();
        } catch (RuntimeException e) { // the refusal may be wrapped; all goes on to the caller
            DomainException refusal = SqlFailure.find(e, DomainException.class);
            if (refusal != null && saysWrong(refusal, guess.wrong())) {
                wrong = true;
                onWrong.accept(refusal);
            }
            throw e;
        } finally {
            if (!wrong) {
                attempts.giveBack(guess.subject());
            }
        }
    }

    private static boolean saysWrong(DomainException refusal, String code) {
        return refusal.code().equals(code)
                || refusal.violations().stream().anyMatch(field -> field.code().equals(code));
    }
}
