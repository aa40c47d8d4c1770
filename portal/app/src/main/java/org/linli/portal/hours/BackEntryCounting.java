package org.linli.portal.hours;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.hours.persistence.BackEntryRows;
import org.linli.portal.hours.persistence.RecordBook;
import org.linli.portal.hours.persistence.RecordRows;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;

/** What the portal itself does when an announcement is over: the entry enters the time record. */
@Desk
public class BackEntryCounting {
    private final BackEntryRows rows;
    private final RecordRows records;
    private final RecordBook book;
    private final HoursNotices notices;
    private final AuditLog audit;
    private final Event<ServiceRecorded> recorded;

    @Inject
    BackEntryCounting(
            BackEntryRows rows,
            RecordRows records,
            RecordBook book,
            HoursNotices notices,
            AuditLog audit,
            Event<ServiceRecorded> recorded) {
        this.rows = rows;
        this.records = records;
        this.book = book;
        this.notices = notices;
        this.audit = audit;
        this.recorded = recorded;
    }

    /** Ids of those whose announcement is over and against which no objection is open, the oldest first. */
    public List<Long> due(int limit) {
        return rows.due(limit);
    }

    /** Counts one, unless somebody was faster; one that overlaps a service recorded meanwhile is refused instead. */
    public void count(long id) {
        BackEntry entry = rows.find(id).orElseThrow();
        rows.takeTurn(entry.volunteer().id());
        boolean overlaps = records.overlaps(entry.volunteer().id(), entry.startedAt(), entry.endedAt());
        AuditLog.Subject subject = new AuditLog.Subject("back-entry", id);
        String detail = entry.volunteer().name() + " " + entry.minutes();
        if (overlaps) {
            if (rows.decide(id, BackEntryStatus.ANNOUNCED, BackEntryStatus.REFUSED, null, "")) {
                notices.refused(entry);
                audit.recordByPortal("hours.refuse-back-entry", entry.communityId(), subject, detail);
            }
        } else if (rows.count(id)) {
            long record = book.enter(id, entry.entered().note());
            recorded.fire(book.facts(record));
            notices.counted(entry);
            audit.recordByPortal("hours.count-back-entry", entry.communityId(), subject, detail);
        }
    }
}
