package org.linli.portal.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Texts;

/**
 * One line of an order's timeline.
 *
 * @param id of the line
 * @param at when
 * @param actorId who, null for the portal itself
 * @param actorName their name, null for the portal itself and for whom it is none of the reader's business
 * @param action what
 * @param from status before, null when placed
 * @param to status after
 * @param note why, empty when nothing was said; of the portal's own lines see {@link #why}
 */
public record TimelineLine(
        long id,
        Instant at,
        @Nullable Long actorId,
        @Nullable String actorName,
        OrderAction action,
        @Nullable OrderStatus from,
        OrderStatus to,
        String note) {
    /** A note of the portal that begins so names a text. */
    static final String TEXT = "text:";

    /** Why: in the words of who did it, or, when it was the portal, in the reader's language. */
    public String why(Texts texts) {
        return actorId == null && note.startsWith(TEXT) ? texts.get(note.substring(TEXT.length())) : note;
    }
}
