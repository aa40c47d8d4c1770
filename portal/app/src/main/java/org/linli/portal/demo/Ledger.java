package org.linli.portal.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.OrderRows.ServiceRecordRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.PointsRows.HeldPostingRow;
import org.linli.portal.demo.PointsRows.LedgerEntryRow;
import org.linli.portal.demo.PointsRows.MemberBalanceRow;
import org.linli.portal.demo.PointsRows.PointsAccountRow;
import org.linli.portal.demo.PointsRows.PointsTransactionRow;
import org.linli.portal.demo.Tree.Node;
import org.linli.portal.points.ServicePayment.Earning;

/** The points of all communities: each posting moves an amount from one account to another. Amounts in hundredths. */
final class Ledger {
    private static final List<String> COMMUNITY_KINDS =
            List.of("ISSUANCE", "HELD", "REDEEMED", "EXPIRED", "RESERVE", "ADJUSTMENT");

    /** As the detector of the portal has it by default. */
    static final int OVERLAP_ALLOWED = 10;

    private final Scene scene;
    private final Map<String, Long> communityAccounts = new LinkedHashMap<>();
    private final Map<Long, Long> memberAccounts = new LinkedHashMap<>();
    private final Map<Long, Long> balances = new LinkedHashMap<>();
    private final Map<Long, List<Got>> earnings = new LinkedHashMap<>();

    /** Points that somebody got for a service. */
    record Got(Instant at, long amount) {}

    /** Why something is posted: the reason and the fact that earns once. */
    record Fact(
            String reason,
            long sourceId,
            Instant at,
            @Nullable Long by,
            @Nullable String receipt) {}

    Ledger(Scene scene, List<Node> communities) {
        this.scene = scene;
        Instant opened = scene.period().setup();
        for (Node community : communities) {
            for (String kind : COMMUNITY_KINDS) {
                long id = scene.ids().at(opened);
                communityAccounts.put(kind + " " + community.code(), id);
                scene.rows().add(new PointsAccountRow(id, community.id(), kind, 0, opened));
            }
        }
    }

    /** Points for a service: ISSUANCE → MEMBER. */
    void award(Person volunteer, long amount, Fact fact) {
        long member = member(volunteer, fact.at());
        post(volunteer.community(), fact, account("ISSUANCE", volunteer.community()), member, amount);
        earnings.computeIfAbsent(volunteer.id(), id -> new ArrayList<>()).add(new Got(fact.at(), amount));
    }

    /** Points that wait because the service overlaps another: nothing is posted. */
    void keepBack(ServiceRecordRow served, Earning earning, long overlap) {
        scene.rows()
                .add(new HeldPostingRow(
                        scene.ids().at(served.recordedAt()),
                        served.communityId(),
                        served.volunteerId(),
                        "SERVICE",
                        served.id(),
                        earning.amount(),
                        earning.receipt().text("item"),
                        earning.receipt().toJson(),
                        "[{\"code\":\"overlap\",\"arguments\":[\"" + overlap + "\",\"" + OVERLAP_ALLOWED + "\"]}]",
                        served.residentId(),
                        "HELD",
                        served.recordedAt()));
    }

    /** MEMBER → HELD. */
    void hold(Person person, long amount, Fact fact) {
        post(person.community(), fact, member(person, fact.at()), account("HELD", person.community()), amount);
    }

    /** HELD → REDEEMED. */
    void capture(Person person, long amount, Fact fact) {
        Node community = person.community();
        post(community, fact, account("HELD", community), account("REDEEMED", community), amount);
    }

    /** HELD → MEMBER. */
    void release(Person person, long amount, Fact fact) {
        post(person.community(), fact, account("HELD", person.community()), member(person, fact.at()), amount);
    }

    /** What a person earned, in order of time. */
    List<Got> earnings(Person person) {
        return earnings.getOrDefault(person.id(), List.of()).stream()
                .sorted(Comparator.comparing(Got::at))
                .toList();
    }

    /** The member account of a person, opened at its first use. */
    long member(Person person, Instant at) {
        return memberAccounts.computeIfAbsent(person.id(), owner -> {
            long id = scene.ids().at(at);
            scene.rows().add(new PointsAccountRow(id, person.community().id(), "MEMBER", owner, at));
            balances.put(id, 0L);
            return id;
        });
    }

    long balance(Person person) {
        Long account = memberAccounts.get(person.id());
        return account == null ? 0 : balances.getOrDefault(account, 0L);
    }

    /** Writes the balances; nothing may be posted after. */
    void close() {
        balances.forEach((account, balance) -> scene.rows().add(new MemberBalanceRow(account, balance)));
    }

    private long account(String kind, Node community) {
        Long id = communityAccounts.get(kind + " " + community.code());
        if (id == null) {
            throw new IllegalArgumentException("no account " + kind + " of " + community.code());
        }
        return id;
    }

    private void post(Node community, Fact fact, long from, long to, long amount) {
        long id = scene.ids().at(fact.at());
        scene.rows()
                .add(new PointsTransactionRow(
                        id, community.id(), fact.reason(), fact.sourceId(), fact.at(), fact.by(), fact.receipt()));
        scene.rows().add(new LedgerEntryRow(id, 1, from, -amount));
        scene.rows().add(new LedgerEntryRow(id, 2, to, amount));
        balances.computeIfPresent(to, (account, balance) -> balance + amount);
        balances.computeIfPresent(from, (account, balance) -> balance - amount);
    }
}
