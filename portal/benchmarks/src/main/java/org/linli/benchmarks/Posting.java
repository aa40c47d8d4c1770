package org.linli.benchmarks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.Rest;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/** Points posted by POST /api/v1/points-awards, next to transactions that write the same rows. */
final class Posting {
    private static final String RECEIPT =
            "{\"rule\":\"award\",\"edition\":1,\"facts\":{\"reason\":\"good deed\",\"by\":\"somebody\",\"amount\":100}}";

    private final RunningPortal portal;
    private final List<Crowd.Member> members;
    private final Rest admin;
    private final long community;
    private final long issuance;

    Posting(RunningPortal portal) throws SQLException {
        this.portal = portal;
        this.members = Crowd.gather(portal, "resident", 500).members();
        this.admin = Secrets.rest(portal, "admin");
        RawClient client = new RawClient(portal);
        this.community = client.number(
                "SELECT community_id FROM person WHERE id = ?", members.get(0).id());
        // everybody has an account before the first measured posting
        members.forEach(member -> award(member.id()));
        this.issuance =
                client.number("SELECT id FROM points_account WHERE community_id = ? AND kind = 'ISSUANCE'", community);
    }

    void run() {
        new Contest("posting", number -> overHttp(number), number -> bySql(number)).run();
    }

    private void award(long personId) {
        admin.post("points-awards")
                .body("personId", Long.toString(personId), "points", "1", "reason", "good deed")
                .send()
                .expect(201);
    }

    private Load.Work overHttp(int number) {
        SplittableRandom random = new SplittableRandom(number);
        return () -> award(members.get(random.nextInt(members.size())).id());
    }

    private Load.Work bySql(int number) {
        SplittableRandom random = new SplittableRandom(number);
        RawClient client = new RawClient(portal);
        long[] accounts = accounts(client);
        return () -> {
            post(client, accounts[random.nextInt(accounts.length)]);
            client.commit();
        };
    }

    private long[] accounts(RawClient client) {
        return members.stream()
                .mapToLong(member -> {
                    try {
                        return client.number(
                                "SELECT id FROM points_account WHERE community_id = ? AND kind = 'MEMBER' AND owner_id = ?",
                                community,
                                member.id());
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
    }

    private void post(RawClient client, long account) throws SQLException {
        long id = RawClient.nextId();
        Instant now = Instant.now();
        client.update(
                "INSERT INTO points_transaction (id, community_id, reason, source_id, posted_at, posted_by, receipt)"
                        + " VALUES (?, ?, 'AWARD', ?, ?, ?, ?)",
                id,
                community,
                RawClient.nextId(),
                now,
                1L,
                RECEIPT);
        client.update(
                "INSERT INTO ledger_entry (transaction_id, line, account_id, amount) VALUES (?, 1, ?, ?), (?, 2, ?, ?)",
                id,
                issuance,
                -100L,
                id,
                account,
                100L);
        client.update("UPDATE member_balance SET balance = balance + ? WHERE account_id = ?", 100L, account);
        client.update(
                "INSERT INTO audit_entry (id, at, actor_id, actor_name, community_id, action, object_type, object_id,"
                        + " detail) VALUES (?, ?, ?, 'somebody', ?, 'points.award', 'points-transaction', ?, '1 | good deed')",
                RawClient.nextId(),
                now,
                1L,
                community,
                id);
    }
}
