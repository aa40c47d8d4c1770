package org.linli.portal.ledger;

import java.time.Clock;
import org.linli.database.TestDatabase;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.persistence.Accounts;
import org.linli.portal.ledger.persistence.Holds;
import org.linli.portal.ledger.persistence.Rollups;
import org.linli.portal.ledger.persistence.Transactions;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;

/** A ledger on a schema of its own, wired by hand, with one community. */
public final class LedgerFixture {
    /** The community. */
    public static final long COMMUNITY = 7;

    public final TestDatabase database;
    public final TestTransactions transactions;
    public final Sql sql;
    public final Ledger ledger;
    public final LedgerQueries queries;

    public final Notices notices;

    public LedgerFixture() {
        this(TestDatabase.Engine.MARIADB);
    }

    public LedgerFixture(TestDatabase.Engine engine) {
        database = TestDatabase.create(engine);
        transactions = new TestTransactions(database);
        sql = new Sql(transactions.dataSource());
        ledger = ledger(sql);
        queries = new LedgerQueries(sql, new Rollups(sql));
        notices = new Notices(new Outbox(sql, Clock.systemUTC()));
        transactions.run(() -> {
            sql.update("INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                    + " VALUES (7, 'COMMUNITY', 'C7', '贵苑', '7/', 7, '2026-01-01')");
        });
    }

    /** A ledger over other tables. */
    public static Ledger ledger(Sql sql) {
        Clock clock = Clock.systemUTC();
        return new Ledger(
                new Accounts(sql),
                new Transactions(sql, new Journal(sql, new TailBound(Long.MAX_VALUE), clock)),
                new Holds(sql),
                clock);
    }

    /** Gives somebody points as an award. */
    public long give(long personId, long amount) {
        return earn(personId, amount, Ids.next());
    }

    /** Posts that award. */
    public long earn(long personId, long amount, long awardId) {
        return transactions.run(
                () -> ledger.post(award(personId, amount, awardId)).id());
    }

    /** An award as a posting. */
    public static Posting award(long personId, long amount, long awardId) {
        Transfer transfer = new Transfer(AccountRef.common(AccountKind.ISSUANCE), AccountRef.member(personId), amount);
        return Posting.transfer(COMMUNITY, new Fact(Reason.AWARD, awardId), transfer, Cause.PORTAL);
    }

    public long hold(long personId, long amount) {
        return transactions.run(() -> ledger.hold(COMMUNITY, personId, amount, Cause.PORTAL));
    }

    public Balances balances(long personId) {
        return transactions.run(() -> queries.balances(COMMUNITY, personId));
    }

    /** All invariants of points. */
    public void invariantsHold() {
        LedgerInvariants.hold(database);
    }
}
