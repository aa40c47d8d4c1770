package org.linli.portal.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.Catalogue.Entry;
import org.linli.portal.demo.Diary.Slot;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;

/**
 * What is ordered, by whom and when.
 *
 * @param consent how the principal agreed, when somebody else placed the order
 */
record OrderRequest(
        Entry entry,
        Person principal,
        Person placer,
        @Nullable String consent,
        String description,
        Instant at,
        Slot wanted) {

    /** Somebody orders for themselves. */
    static OrderRequest own(Entry entry, Person principal, String description, Instant at, Slot wanted) {
        return new OrderRequest(entry, principal, principal, null, description, at, wanted);
    }

    Node community() {
        return principal.community();
    }
}
