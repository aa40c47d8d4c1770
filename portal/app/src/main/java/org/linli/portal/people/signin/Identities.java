package org.linli.portal.people.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Identity;
import org.linli.portal.people.RightsChanged;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.time.Clocks;

/**
 * Persons with the roles that hold today.
 *
 * <p>Remembered for {@link #REMEMBERED}: a change is seen at once on the node that made it and after that time on the
 * others.
 */
@ApplicationScoped
public class Identities {
    /** How long another node may go on with what it read. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    static final int MAX_REMEMBERED = 20_000;
    private static final String PERSON = "SELECT p.name, p.community_id, a.epoch, a.temporary_until IS NOT NULL"
            + " FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = ?";
    private static final String GRANTS = "SELECT g.role, g.org_unit_id, u.path FROM role_grant g"
            + " JOIN org_unit u ON u.id = g.org_unit_id WHERE g.person_id = ? AND g.status = 'ACTIVE'"
            + " AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to >= ?)";

    private final Sql sql;
    private final Clock clock;
    private final Cache<Long, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MAX_REMEMBERED)
            .build();

    @Inject
    public Identities(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The person of a sign-in, unless it has ended or the account is gone. */
    public Optional<Identity> of(SignedIn signedIn) {
        Known found = known.get(signedIn.personId(), this::read);
        return found == null || found.epoch() != signedIn.epoch() ? Optional.empty() : Optional.of(found.identity());
    }

    /** The sign-in that a person's account allows now; empty without account. */
    public Optional<SignedIn> present(long personId) {
        Known found = known.get(personId, this::read);
        return found == null ? Optional.empty() : Optional.of(new SignedIn(personId, found.epoch()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RightsChanged change) {
        known.invalidate(change.personId());
    }

    private @Nullable Known read(long personId) {
        List<Identity.Held> grants = grants(personId);
        return sql.first(
                        PERSON,
                        row -> new Known(
                                new Identity(personId, row.text(1), row.number(2), grants, row.flag(4)),
                                row.integer(3)),
                        personId)
                .orElse(null);
    }

    private List<Identity.Held> grants(long personId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        return sql.list(
                GRANTS,
                row -> new Identity.Held(row.constant(1, Role.class), row.number(2), row.text(3)),
                personId,
                today,
                today);
    }

    private record Known(Identity identity, int epoch) {}
}
