package org.linli.portal.people.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Identity;
import org.linli.portal.people.RightsChanged;
import org.linli.portal.people.Role;
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

    private static final int MAX_REMEMBERED = 20_000;
    private static final String PERSON =
            "SELECT p.name, p.community_id, a.epoch FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = ?";
    private static final String GRANTS = "SELECT g.role, g.org_unit_id, u.path FROM role_grant g"
            + " JOIN org_unit u ON u.id = g.org_unit_id WHERE g.person_id = ? AND g.status = 'ACTIVE'"
            + " AND g.valid_from <= ? AND (g.valid_to IS NULL OR g.valid_to >= ?)";

    private final DataSource dataSource;
    private final Clock clock;
    private final Cache<Long, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MAX_REMEMBERED)
            .build();

    @Inject
    public Identities(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
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
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PERSON)) {
            select.setLong(1, personId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                List<Identity.Held> grants = grants(connection, personId);
                return new Known(new Identity(personId, row.getString(1), row.getLong(2), grants), row.getInt(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Identity.Held> grants(Connection connection, long personId) throws SQLException {
        Date today = Date.valueOf(LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
        List<Identity.Held> grants = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(GRANTS)) {
            select.setLong(1, personId);
            select.setDate(2, today);
            select.setDate(3, today);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    grants.add(new Identity.Held(Role.valueOf(rows.getString(1)), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return grants;
    }

    private record Known(Identity identity, int epoch) {}
}
