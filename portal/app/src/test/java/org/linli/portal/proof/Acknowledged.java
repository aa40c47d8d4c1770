package org.linli.portal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.linli.portal.ledger.Reason;
import org.linli.portal.platform.persistence.Sql;

/** What was acknowledged to those who asked: kept beside the database, and compared with it in the end. */
final class Acknowledged {
    private static final int SHOWN = 5;

    private final Map<String, Long> facts = new ConcurrentHashMap<>();
    private final Map<Long, Long> points = new ConcurrentHashMap<>();
    private final Map<Long, Integer> records = new ConcurrentHashMap<>();
    private final Map<String, Set<Long>> byKey = new ConcurrentHashMap<>();

    /** A transaction was posted that changed what that person may spend; the same fact again changes nothing. */
    void posted(Reason reason, long source, long person, long amount) {
        if (facts.putIfAbsent(reason + ":" + source, amount) == null && amount != 0) {
            points.merge(person, amount, Long::sum);
        }
    }

    /** A record of the time record was written. */
    void recorded(long record, int minutes) {
        records.put(record, minutes);
    }

    /** A request with that key was answered with that transaction. */
    void answered(String key, long transaction) {
        byKey.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(transaction);
    }

    int size() {
        return facts.size() + records.size();
    }

    /** One line for each difference between what was acknowledged and what is there. */
    List<String> differences(Sql sql) {
        List<String> wrong = new ArrayList<>();
        // the reserve's postings have sources of their own; LedgerInvariants compares them with the goods
        List<String> posted = sql.list(
                "SELECT reason, source_id FROM points_transaction WHERE reason <> 'STOCK'",
                row -> row.text(1) + ":" + row.number(2));
        Set<String> there = new TreeSet<>(posted);
        add(wrong, "acknowledged and lost", minus(facts.keySet(), there));
        add(wrong, "posted and acknowledged to nobody", minus(there, facts.keySet()));
        Map<Long, Long> balances = sql
                .list(
                        "SELECT a.owner_id, b.balance FROM member_balance b JOIN points_account a ON a.id = b.account_id",
                        row -> Map.entry(row.number(1), row.number(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<Long> people = new TreeSet<>(balances.keySet());
        people.addAll(points.keySet());
        add(
                wrong,
                "a balance is not what was acknowledged",
                people.stream()
                        .filter(one -> !balances.getOrDefault(one, 0L).equals(points.getOrDefault(one, 0L)))
                        .map(one -> one + ": " + balances.get(one) + " for " + points.get(one))
                        .collect(Collectors.toSet()));
        Set<String> minutes = Set.copyOf(
                sql.list("SELECT id, minutes FROM service_record", row -> row.number(1) + "=" + row.number(2)));
        Set<String> expected = records.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.toSet());
        add(wrong, "minutes were recorded and are not there", minus(expected, minutes));
        add(wrong, "minutes are there that were not recorded", minus(minutes, expected));
        add(
                wrong,
                "a key acted twice",
                byKey.entrySet().stream()
                        .filter(one -> one.getValue().size() > 1)
                        .map(Map.Entry::toString)
                        .collect(Collectors.toSet()));
        return wrong;
    }

    private static void add(List<String> wrong, String what, Set<String> which) {
        if (!which.isEmpty()) {
            wrong.add(what + ": " + which.size() + ", as "
                    + which.stream().limit(SHOWN).toList());
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }
}
