package org.linli.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/**
 * Points posted by POST /api/v1/points-awards under an Idempotency-Key, next to transactions that write the same rows:
 * transaction, entries, balance, audit, kept answer, message; and, as the portal's relay does it, many messages at a time
 * become notices. The raw side looks nothing up, checks no right and writes the kept answer at once.
 */
final class Posting {
    private static final String REASON = "good deed";
    private static final String RECEIPT =
            "{\"rule\":\"award\",\"edition\":1,\"facts\":{\"reason\":\"good deed\",\"by\":\"somebody\",\"amount\":100}}";

    private final RunningPortal portal;
    private final List<Crowd.Member> members;
    private final String token;
    private final long community;
    private final long issuance;

    Posting(RunningPortal portal) throws SQLException, IOException {
        this.portal = portal;
        this.members = Crowd.gather(portal, "resident", 500).members();
        this.token = Secrets.token(portal, "admin");
        RawClient client = new RawClient(portal);
        this.community = client.number(
                "SELECT community_id FROM person WHERE id = ?", members.get(0).id());
        // everybody has an account before the first measured posting
        KeptConnection http = new KeptConnection(portal.address(), token);
        for (Crowd.Member member : members) {
            award(http, member.id());
        }
        this.issuance =
                client.number("SELECT id FROM points_account WHERE community_id = ? AND kind = 'ISSUANCE'", community);
    }

    void run() {
        new Contest("posting", new Processor(portal), this::overHttp, this::bySql).run();
    }

    private static void award(KeptConnection http, long personId) throws IOException {
        String body = "{\"personId\":\"" + personId + "\",\"points\":\"1\",\"reason\":\"" + REASON + "\"}";
        http.post("/api/v1/points-awards", body, 201);
    }

    private Load.Work overHttp(int number) {
        SplittableRandom random = new SplittableRandom(number);
        KeptConnection http = new KeptConnection(portal.address(), token);
        return () -> award(http, members.get(random.nextInt(members.size())).id());
    }

    private Load.Work bySql(int number) {
        SplittableRandom random = new SplittableRandom(number);
        RawClient client = new RawClient(portal);
        long[] accounts = accounts(client);
        Relay relay = new Relay(client);
        return () -> {
            int who = random.nextInt(accounts.length);
            post(client, accounts[who]);
            relay.send(members.get(who).id());
            client.commit();
            relay.deliverMany();
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
                "INSERT INTO idempotency_record (caller, idem_key, request, status, location, body, created_at)"
                        + " VALUES ('1', ?, ?, 201, ?, ?, ?)",
                UUID.randomUUID().toString(),
                new byte[32],
                "points-transactions/" + id,
                "{\"id\":\"" + id + "\",\"amount\":\"1\",\"receipt\":" + RECEIPT + "}",
                now);
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
