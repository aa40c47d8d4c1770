package org.linli.portal.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.LedgerQueries;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;

/** Shows administrators and auditors how far goods back the points. */
@ApplicationScoped
public class CoverageQueries {
    private static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private final Caller caller;
    private final LedgerQueries ledger;
    private final Sql sql;

    @Inject
    public CoverageQueries(Caller caller, LedgerQueries ledger, Sql sql) {
        this.caller = caller;
        this.ledger = ledger;
        this.sql = sql;
    }

    /**
     * The coverage of a community's points.
     *
     * @throws DomainException 404 out of scope, 403 for others than administrators and auditors
     */
    public Coverage coverage(long communityId) {
        caller.identity();
        caller.requireAtCommunity(READERS, communityId);
        List<Coverage.Line> goods = sql.list(
                "SELECT g.item_id, i.name, g.pieces, g.price FROM goods_reserve g JOIN reward_item i ON i.id = g.item_id"
                        + " WHERE g.community_id = ? AND g.pieces > 0 ORDER BY g.pieces * g.price DESC LIMIT 200",
                row -> new Coverage.Line(row.number(1), row.text(2), row.integer(3), row.number(4)),
                communityId);
        return new Coverage(
                ledger.common(communityId, AccountKind.RESERVE),
                ledger.ofMembers(communityId),
                ledger.held(communityId),
                ledger.common(communityId, AccountKind.POOL),
                goods);
    }
}
