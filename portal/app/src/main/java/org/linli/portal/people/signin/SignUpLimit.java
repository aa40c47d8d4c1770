package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.web.Client;

/** So many sign-ups an hour from one address; a community's help desk may raise it by linli.sign-ups-per-hour. */
@ApplicationScoped
public class SignUpLimit {
    private final Attempts attempts;
    private final Client client;
    private final int perHour;

    @Inject
    public SignUpLimit(
            Attempts attempts,
            Client client,
            @ConfigProperty(name = "linli.sign-ups-per-hour", defaultValue = "30") int perHour) {
        this.attempts = attempts;
        this.client = client;
        this.perHour = perHour;
    }

    /**
     * Counts one sign-up.
     *
     * @throws DomainException 429 with the minutes to wait
     */
    public void count(HttpServletRequest request) {
        Attempts.Counted counted =
                attempts.count("sign-up:" + client.address(request), new Attempts.Limit(perHour, Duration.ofHours(1)));
        if (counted.isBlocked()) {
            throw DomainException.tooMany("people.too-many-sign-ups", counted.blockedMinutes());
        }
    }
}
