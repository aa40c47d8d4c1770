package org.linli.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.linli.acceptance.Crowd;
import org.linli.acceptance.RunningPortal;
import org.linli.acceptance.Secrets;

/**
 * Points posted by POST /api/v1/points-awards under an Idempotency-Key, next to two kinds of raw SQL, one transfer for each
 * transaction: the bare transfer (transaction, two entries, balance) and the same rows (audit, kept answer and message too;
 * and, as the portal's relay does it, many messages at a time become notices). The raw sides look nothing up, check no
 * right, write the kept answer at once, and note and seal nothing for the journal.
 */
final class Posting {
    private static final String REASON = "good deed";
    private static final String RECEIPT =
            "{\"rule\":\"award\",\"edition\":1,\"facts\":{\"reason\":\"good deed\",\"by\":\"somebody\",\"amount\":100}}";

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("linli.bench.warm-up", 120));

    private final RunningPortal portal;
    private final List<Crowd.Member> members;
    private final String token;
    private final long community;
    private final long issuance;
    private final long[] accounts;

    /** One connection for each client, whichever raw side it is on: the server takes not many more. */
    private final Map<Integer, RawClient> raw = new HashMap<>();

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
        this.accounts = accounts(client);
    }

    void run(Processor processor, String engine) {
        Heats.Side many = new Heats.Side("portal", this::overHttp);
        Heats.Side bare = new Heats.Side("raw, bare transfer", number -> bySql(number, false));
        Heats.Side same = new Heats.Side("raw, the same rows", number -> bySql(number, true));
        Heats.Side hot = new Heats.Side("portal, one account", number -> overHttp(List.of(members.get(0)), number));
        Heats.warmUp(many, 32, WARM_UP);
        Heats.warmUp(same, 8, WARM_UP.dividedBy(8));
        Heats posting = new Heats(processor, "posting, " + engine, List.of(many, bare, same));
        for (int clients : new int[] {1, 8, 32, 64}) {
            posting.run(clients);
        }
        new Heats(
                        processor,
                        "hot account, " + engine,
                        List.of(hot, new Heats.Side("portal, many accounts", this::overHttp)))
                .run(32);
    }

    /** What the raw sides did not do: notes their transfers for the journal. */
    void noteRaw() throws SQLException {
        RawClient client = new RawClient(portal);
        client.update(
                "INSERT INTO journal_pending (community_id, kind, source_id, entered_at)"
                        + " SELECT community_id, 'POINTS', id, posted_at FROM points_transaction WHERE id > ?",
                RawClient.FIRST_ID);
        client.commit();
    }

    private static void award(KeptConnection http, long personId) throws IOException {
        String body = "{\"personId\":\"" + personId + "\",\"points\":\"1\",\"reason\":\"" + REASON + "\"}";
        http.post("/api/v1/points-awards", body, 201);
    }

    private Load.Work overHttp(int number) {
        return overHttp(members, number);
    }

    private Load.Work overHttp(List<Crowd.Member> receivers, int number) {
        SplittableRandom random = new SplittableRandom(number);
        KeptConnection http = new KeptConnection(portal.address(), token);
        return () -> award(http, receivers.get(random.nextInt(receivers.size())).id());
    }

    private Load.Work bySql(int number, boolean allRows) {
        SplittableRandom random = new SplittableRandom(number);
        RawClient client = raw.computeIfAbsent(number, any -> new RawClient(portal));
        Relay relay = new Relay(client);
        return () -> {
            int who = random.nextInt(accounts.length);
            long id = RawClient.nextId();
            if (allRows) {
                keepAnswer(client, id);
            }
            transfer(client, id, accounts[who]);
            if (allRows) {
                audit(client, id);
                relay.send(members.get(who).id());
            }
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

    private static void keepAnswer(RawClient client, long id) throws SQLException {
        client.update(
                "INSERT INTO idempotency_record (caller, idem_key, request, status, location, body, created_at)"
                        + " VALUES ('1', ?, ?, 201, ?, ?, ?)",
                UUID.randomUUID().toString(),
                new byte[32],
                "points-transactions/" + id,
                "{\"id\":\"" + id + "\",\"amount\":\"1\",\"receipt\":" + RECEIPT + "}",
                Instant.now());
    }

    private void transfer(RawClient client, long id, long account) throws SQLException {
        client.update(
                "INSERT INTO points_transaction (id, community_id, reason, source_id, posted_at, posted_by, receipt)"
                        + " VALUES (?, ?, 'AWARD', ?, ?, ?, ?)",
                id,
                community,
                RawClient.nextId(),
                Instant.now(),
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
    }

    private void audit(RawClient client, long id) throws SQLException {
        client.update(
                "INSERT INTO audit_entry (id, at, actor_id, actor_name, community_id, action, object_type, object_id,"
                        + " detail) VALUES (?, ?, ?, 'somebody', ?, 'points.award', 'points-transaction', ?, '1 | good deed')",
                RawClient.nextId(),
                Instant.now(),
                1L,
                community,
                id);
    }
}
