package org.linli.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A valid journal made up at random: services, awards, holds, reversals, sealed in batches. */
final class SampleJournal {
    static final String COMMUNITY = "7";

    final List<JournalEntry> entries = new ArrayList<>();
    private final Random random;
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<Long, Map<String, Object>> reversible = new HashMap<>();
    private long nextId = 1_000;
    private Instant now = Instant.parse("2026-11-20T01:02:03.000004Z");

    SampleJournal(long seed, int size) {
        random = new Random(seed);
        while (entries.size() < size) {
            batch(1 + random.nextInt(5), size);
        }
    }

    private void batch(int many, int size) {
        now = now.plusMillis(random.nextInt(9_000_000));
        int end = Math.min(size, entries.size() + many);
        while (entries.size() < end) {
            boolean last = entries.size() == end - 1;
            String id = String.valueOf(nextId++);
            if (random.nextInt(3) == 0) {
                append(JournalEntry.SERVICE, id, service(), last);
            } else {
                append(JournalEntry.POINTS, id, points(), last);
            }
        }
    }

    private Map<String, Object> service() {
        Map<String, Object> content = new TreeMap<>();
        content.put("minutes", 1L + random.nextInt(200));
        content.put("volunteer", String.valueOf(random.nextInt(5)));
        content.put("evidence", "测试 \"\\\t é");
        return content;
    }

    private Map<String, Object> points() {
        String member = String.valueOf(1 + random.nextInt(4));
        long balance = balances.getOrDefault(member, 0L);
        if (balance > 0 && random.nextInt(3) == 0) {
            return transfer("HOLD", member, -(1 + random.nextInt((int) balance)));
        }
        if (!reversible.isEmpty() && random.nextInt(5) == 0) {
            long id = reversible.keySet().iterator().next();
            Map<String, Object> wrong = reversible.remove(id);
            String owner = (String) wrong.get("owner");
            long amount = (Long) wrong.get("amount");
            if (balances.get(owner) >= amount) {
                Map<String, Object> content = transfer("AWARD", owner, -amount);
                content.put("reason", "REVERSAL");
                content.put("source", String.valueOf(id));
                content.put("reverses", String.valueOf(id));
                return content;
            }
        }
        long amount = 1 + random.nextInt(5_000);
        reversible.put(nextId - 1, Map.of("owner", member, "amount", amount));
        return transfer("AWARD", member, amount);
    }

    /** An amount for a member, from issuance or, when it is negative, to what is held. */
    Map<String, Object> transfer(String reason, String member, long amount) {
        balances.merge(member, amount, Long::sum);
        Map<String, Object> content = new TreeMap<>();
        content.put("reason", reason);
        content.put("source", String.valueOf(5_000_000 + nextId++));
        content.put("at", JournalEntry.instant(now));
        String other = reason.equals("HOLD") ? "HELD" : "ISSUANCE";
        content.put(
                "entries",
                List.of(
                        Map.of("account", other, "amount", -amount),
                        Map.of("account", "MEMBER", "owner", member, "amount", amount)));
        return content;
    }

    void append(String kind, String id, Map<String, Object> content, boolean settled) {
        String previous = entries.isEmpty()
                ? JournalEntry.BEGINNING
                : entries.get(entries.size() - 1).hash();
        JournalEntry.Link link =
                new JournalEntry.Link(COMMUNITY, entries.size() + 1L, previous, JournalEntry.instant(now), settled);
        entries.add(new JournalEntry(link, kind, id, content));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(entry.line(entry.hash())));
        return lines;
    }

    /** A day's root at each of these places, and the head. */
    PublishedRoots roots(long... seqs) {
        List<PublishedRoots.Root> roots = new ArrayList<>();
        for (long seq : seqs) {
            roots.add(new PublishedRoots.Root(
                    "day " + seq, seq, entries.get((int) seq - 1).hash()));
        }
        roots.add(new PublishedRoots.Root(
                "head", entries.size(), entries.get(entries.size() - 1).hash()));
        return new PublishedRoots(COMMUNITY, roots);
    }

    /** The same entry with another content, at the same place. */
    static JournalEntry with(JournalEntry entry, Map<String, Object> content) {
        return new JournalEntry(entry.link(), entry.kind(), entry.id(), content);
    }

    /** The chain made anew from that place on, as somebody who owns the database could. */
    static List<String> rechained(List<JournalEntry> entries) {
        List<String> lines = new ArrayList<>();
        String previous = JournalEntry.BEGINNING;
        for (JournalEntry entry : entries) {
            JournalEntry.Link link = entry.link();
            JournalEntry again = new JournalEntry(
                    new JournalEntry.Link(link.community(), lines.size() + 1L, previous, link.sealed(), link.settled()),
                    entry.kind(),
                    entry.id(),
                    entry.content());
            previous = again.hash();
            lines.add(again.line(previous));
        }
        return lines;
    }
}
