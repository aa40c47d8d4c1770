package org.linli.portal.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its reader has it.
 *
 * @param readAt null while unread
 */
public record NoticeView(
        long id,
        String code,
        List<String> arguments,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) {
    /** Key of its text. */
    public String textKey() {
        return "notices." + code;
    }

    public boolean isUnread() {
        return readAt == null;
    }
}
