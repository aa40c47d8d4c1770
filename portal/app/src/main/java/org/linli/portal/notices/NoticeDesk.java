package org.linli.portal.notices;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.util.List;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Inbox;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** A person's own notices. */
@Desk
public class NoticeDesk implements Inbox {
    private final Sql sql;
    private final Caller caller;
    private final Clock clock;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public NoticeDesk(Sql sql, Caller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public int unread(long personId) {
        // counts to 100 only: the page says 99+
        return Math.toIntExact(sql.number(
                "SELECT COUNT(*) FROM (SELECT 1 FROM notice WHERE person_id = ? AND read_at IS NULL LIMIT 100) n",
                personId));
    }

    /** The caller's notices, newest first. */
    public Page<NoticeView> list(Window window) {
        List<NoticeView> rows = sql.list(
                "SELECT id, code, arguments, link, created_at, read_at FROM notice"
                        + " WHERE person_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                row -> new NoticeView(
                        row.number(1),
                        row.text(2),
                        List.of(jsonb.fromJson(row.text(3), String[].class)),
                        row.text(4),
                        row.instant(5),
                        row.instantOrNull(6)),
                caller.personId(),
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, NoticeView::id);
    }

    /**
     * Marks one of the caller's notices as read; again is no error.
     *
     * @throws DomainException 404 when it is none of theirs
     */
    public void markRead(long noticeId) {
        long mine =
                sql.number("SELECT COUNT(*) FROM notice WHERE id = ? AND person_id = ?", noticeId, caller.personId());
        if (mine == 0) {
            throw DomainException.notFound();
        }
        sql.update(
                "UPDATE notice SET read_at = ? WHERE id = ? AND person_id = ? AND read_at IS NULL",
                clock.instant(),
                noticeId,
                caller.personId());
    }

    /** Marks all of the caller's notices as read and says how many that were. */
    public int markAllRead() {
        return sql.update(
                "UPDATE notice SET read_at = ? WHERE person_id = ? AND read_at IS NULL",
                clock.instant(),
                caller.personId());
    }
}
