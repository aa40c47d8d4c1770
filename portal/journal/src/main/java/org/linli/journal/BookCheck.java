package org.linli.journal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.journal.Finding.Why;

/**
 * The rules of the books, of what the entries say: every transaction sums to zero, no fact stands twice, nothing is
 * reversed twice or by another amount, and no member is below zero.
 *
 * <p>A chain is not in the order of commits. What depends on order is asked at settled entries, where the chain is all
 * that had been committed.
 */
final class BookCheck {
    private final Map<String, IdSet> seen = new HashMap<>();
    private final Map<String, Long> members = new HashMap<>();

    /** Below zero at this moment, and the entry that made them so. */
    private final Map<String, Place> below = new LinkedHashMap<>();

    /** Reversals that came before what they reverse. */
    private final Map<String, Place> waiting = new LinkedHashMap<>();

    /** What may be reversed, by kind and id; each only until it was. */
    private final Map<String, Map<Long, Long>> amounts = new HashMap<>();

    private final boolean unique;
    private long issued;
    private long transactions;
    private long services;
    private long minutes;

    /**
     * A check.
     *
     * @param unique whether the unique keys of a database see to it already that nothing stands or is reversed twice: it is
     *     not asked again, and the memory for it is spared
     */
    BookCheck(boolean unique) {
        this.unique = unique;
    }

    private record Place(long line, long seq, long amount) {}

    long transactions() {
        return transactions;
    }

    long services() {
        return services;
    }

    long minutes() {
        return minutes;
    }

    /** Hundredths of points that were issued, less what was taken back. */
    long issued() {
        return issued;
    }

    /** Takes the next entry into account; null when nothing is wrong. */
    @Nullable
    Finding next(JournalEntry entry, long line) {
        Place place = new Place(line, entry.link().seq(), 0);
        if (!fresh(entry.kind(), Long.parseLong(entry.id()))) {
            return found(Why.TWICE, place, entry.kind() + " " + entry.id());
        }
        Finding finding = entry.kind().equals(JournalEntry.POINTS) ? points(entry, place) : service(entry, place);
        return finding == null && entry.link().settled() ? settled() : finding;
    }

    private @Nullable Finding points(JournalEntry entry, Place place) {
        Map<String, Object> content = entry.content();
        String reason = JournalEntry.text(content, "reason");
        String source = JournalEntry.text(content, "source");
        if (!fresh("reason " + reason, Long.parseLong(source))) {
            return found(Why.TWICE, place, reason + " " + source);
        }
        if (!(content.get("entries") instanceof List<?> lines)) {
            throw new IllegalArgumentException("has no entries");
        }
        long sum = 0;
        for (Object one : lines) {
            Map<?, ?> moved = (Map<?, ?>) one;
            long amount = JournalEntry.number(moved, "amount");
            sum += amount;
            move(moved, amount, place);
        }
        if (sum != 0 || lines.size() < 2) {
            return found(Why.NOT_BALANCED, place, String.valueOf(sum));
        }
        transactions++;
        return reversal(entry, place, signature(lines));
    }

    private void move(Map<?, ?> moved, long amount, Place place) {
        String account = JournalEntry.text(moved, "account");
        if (account.equals("ISSUANCE")) {
            issued -= amount;
        } else if (account.equals("MEMBER")) {
            String owner = JournalEntry.text(moved, "owner");
            long balance = members.merge(owner, amount, Long::sum);
            if (balance >= 0) {
                below.remove(owner);
            } else if (amount < 0) {
                below.put(owner, place);
            }
        }
    }

    private @Nullable Finding service(JournalEntry entry, Place place) {
        long served = JournalEntry.number(entry.content(), "minutes");
        services++;
        minutes += served;
        return reversal(entry, place, served);
    }

    private @Nullable Finding reversal(JournalEntry entry, Place place, long amount) {
        if (unique) {
            return null;
        }
        Map<Long, Long> known = amounts.computeIfAbsent(entry.kind(), kind -> new HashMap<>());
        long id = Long.parseLong(entry.id());
        known.put(id, amount);
        Place earlier = waiting.remove(entry.kind() + ' ' + id);
        if (earlier != null && earlier.amount() != -amount) {
            return found(Why.NO_REVERSAL, earlier, entry.kind() + ' ' + id);
        }
        if (!(entry.content().get("reverses") instanceof String reversed)) {
            return null;
        }
        String what = entry.kind() + ' ' + reversed;
        if (!fresh("reversed " + entry.kind(), Long.parseLong(reversed))) {
            return found(Why.REVERSED_TWICE, place, what);
        }
        Long original = known.remove(Long.parseLong(reversed));
        if (original == null) {
            waiting.put(what, new Place(place.line(), place.seq(), amount));
            return null;
        }
        return original == -amount ? null : found(Why.NO_REVERSAL, place, what);
    }

    private @Nullable Finding settled() {
        if (!below.isEmpty()) {
            Map.Entry<String, Place> first = below.entrySet().iterator().next();
            return found(Why.BELOW_ZERO, first.getValue(), first.getKey());
        }
        if (!waiting.isEmpty()) {
            Map.Entry<String, Place> first = waiting.entrySet().iterator().next();
            return found(Why.NO_REVERSAL, first.getValue(), first.getKey());
        }
        return null;
    }

    /** A number that is the opposite when all amounts are, whatever the order of the lines. */
    private static long signature(List<?> lines) {
        long signature = 0;
        for (Object one : lines) {
            Map<?, ?> moved = (Map<?, ?>) one;
            signature +=
                    JournalEntry.number(moved, "amount") * (2L * account(moved).hashCode() + 1);
        }
        return signature;
    }

    private static String account(Map<?, ?> moved) {
        return moved.get("account") + ":" + moved.get("owner");
    }

    private boolean fresh(String what, long id) {
        return unique || seen.computeIfAbsent(what, key -> new IdSet()).add(id);
    }

    private static Finding found(Why why, Place place, String detail) {
        return new Finding(why, place.line(), place.seq(), detail);
    }
}
