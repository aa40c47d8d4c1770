package org.linli.portal.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.linli.portal.platform.persistence.Sql;

/** Reservations of points and their one settlement. */
@ApplicationScoped
public class Holds {
    private final Sql sql;

    @Inject
    public Holds(Sql sql) {
        this.sql = sql;
    }

    /** OPEN until settled, once, one way or the other. */
    public enum Status {
        OPEN,
        CAPTURED,
        RELEASED
    }

    /**
     * A hold.
     *
     * @param amount hundredths of a point
     */
    public record Hold(long id, long communityId, long ownerId, long amount) {}

    /** Opens a hold on a member's account. */
    public void open(long id, long accountId, long amount, Instant now) {
        sql.update(
                "INSERT INTO points_hold (id, account_id, amount, status, opened_at) VALUES (?, ?, ?, ?, ?)",
                id,
                accountId,
                amount,
                Status.OPEN,
                now);
    }

    /** Settles a hold that is still open; whoever comes second gets false. */
    public boolean settle(long id, Status outcome, Instant now) {
        return sql.update(
                        "UPDATE points_hold SET status = ?, settled_at = ? WHERE id = ? AND status = ?",
                        outcome,
                        now,
                        id,
                        Status.OPEN)
                == 1;
    }

    /** The hold with that id. */
    public Optional<Hold> find(long id) {
        return sql.first(
                "SELECT h.id, a.community_id, a.owner_id, h.amount FROM points_hold h"
                        + " JOIN points_account a ON a.id = h.account_id WHERE h.id = ?",
                row -> new Hold(row.number(1), row.number(2), row.number(3), row.number(4)),
                id);
    }
}
