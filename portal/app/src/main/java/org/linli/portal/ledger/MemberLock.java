package org.linli.portal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.linli.portal.ledger.persistence.Accounts;
import org.linli.portal.platform.persistence.Sql;

/**
 * Lets what depends on all that a member has earned happen one after the other: the balance row is locked before the
 * look, and changed by what follows. On a cluster, where a lock binds one node only, that change makes one of two fail,
 * and it is run again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MemberLock {
    private final Accounts accounts;
    private final Sql sql;
    private final Clock clock;

    @Inject
    public MemberLock(Accounts accounts, Sql sql, Clock clock) {
        this.accounts = accounts;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Holds the member's account until the end of the transaction; it is opened when it is not there yet.
     *
     * @return what the member may spend, hundredths of a point
     */
    public long take(long communityId, long personId) {
        AccountRef member = AccountRef.member(personId);
        Long id = accounts.ids(communityId, List.of(member), clock.instant()).get(member);
        return sql.number(
                "SELECT balance FROM member_balance WHERE account_id = ? FOR UPDATE", Objects.requireNonNull(id));
    }
}
