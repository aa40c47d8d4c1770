package org.linli.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a portal published of a chain: by REST {@code published-journals/{community}}, on the page 公开账册, or kept by
 * anybody who wrote it down.
 *
 * @param community whose chain
 * @param roots in the order of the chain; the present head is the last
 */
public record PublishedRoots(String community, List<Root> roots) {
    /**
     * One of them.
     *
     * @param name the day (2026-11-22), or {@code head}
     * @param seq the last entry at that time
     * @param hash its hash
     */
    public record Root(String name, long seq, String hash) {}

    /**
     * Reads the answer of the portal; more keys than are needed may be there.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static PublishedRoots read(String json) {
        if (!(CanonicalJson.read(json) instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("is no object");
        }
        List<Root> roots = new ArrayList<>();
        if (object.get("days") instanceof List<?> days) {
            for (Object day : days) {
                if (day instanceof Map<?, ?> one) {
                    roots.add(root(JournalEntry.text(one, "day"), one));
                }
            }
        }
        if (object.get("head") instanceof Map<?, ?> head) {
            roots.add(root("head", head));
        }
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("holds neither days nor head");
        }
        roots.sort(Comparator.comparingLong(Root::seq));
        return new PublishedRoots(JournalEntry.text(object, "communityId"), List.copyOf(roots));
    }

    private static Root root(String name, Map<?, ?> one) {
        return new Root(name, JournalEntry.number(one, "seq"), JournalEntry.text(one, "hash"));
    }
}
