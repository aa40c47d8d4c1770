package org.linli.portal.hours.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.linli.portal.ledger.Journal;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.DomainException;

/** Appends to the time record what corrects it, in the present transaction. Nothing here changes or removes a row. */
@ApplicationScoped
public class RecordBook {
    private static final String COLUMNS = "INSERT INTO service_record (id, order_id, back_entry_id, correction_no,"
            + " community_id, volunteer_id, resident_id, item_id, started_at, ended_at, minutes, evidence, recorded_at,"
            + " reverses_id, replaces_id, correction_id, reason, entered_by, approved_by) ";

    private final Sql sql;
    private final Journal journal;
    private final RecordedServices services;
    private final Clock clock;

    @Inject
    public RecordBook(Sql sql, Journal journal, RecordedServices services, Clock clock) {
        this.sql = sql;
        this.journal = journal;
        this.services = services;
        this.clock = clock;
    }

    /**
     * Who stands behind an entry that no order made.
     *
     * @param sourceId the correction or back-entry
     * @param reason why
     * @param enteredBy the first person
     * @param approvedBy the second
     */
    public record Warrant(long sourceId, String reason, long enteredBy, long approvedBy) {}

    /**
     * Reverses a record that stands.
     *
     * @return id of the reversing record
     * @throws DomainException 409 hours.reversed-before
     */
    public long reverse(long recordId, Warrant warrant) {
        return derive(
                recordId,
                warrant,
                "correction_no + 1, community_id, volunteer_id, resident_id, item_id, started_at, ended_at, -minutes,"
                        + " evidence, ?, id, NULL");
    }

    /**
     * Puts a record in the place of one that was just reversed.
     *
     * @param minutes more than 0
     * @return id of the replacing record
     * @throws DomainException 409 hours.reversed-before
     */
    public long replace(long recordId, int minutes, Warrant warrant) {
        // more than the resident confirmed rests on what staff say: that is no better than a proxy's word
        return derive(
                recordId,
                warrant,
                "correction_no + 2, community_id, volunteer_id, resident_id, item_id, started_at, ended_at, " + minutes
                        + ", CASE WHEN " + minutes + " > minutes AND evidence < 'D' THEN 'D' ELSE evidence END, ?,"
                        + " NULL, id");
    }

    private long derive(long recordId, Warrant warrant, String columns) {
        long id = Ids.next();
        append(
                id,
                "SELECT ?, order_id, back_entry_id, " + columns
                        + ", ?, ?, ?, ? FROM service_record WHERE id = ? AND minutes > 0",
                id,
                clock.instant(),
                warrant.sourceId(),
                warrant.reason(),
                warrant.enteredBy(),
                warrant.approvedBy(),
                recordId);
        return id;
    }

    /**
     * A back-entry whose announcement is over becomes a record.
     *
     * @return id of the record
     */
    public long enter(long backEntryId, String reason) {
        long id = Ids.next();
        append(
                id,
                "SELECT ?, NULL, id, 0, community_id, volunteer_id, NULL, item_id, started_at, ended_at, minutes, 'E', ?,"
                        + " NULL, NULL, NULL, ?, entered_by, approved_by FROM service_back_entry WHERE id = ?",
                id,
                clock.instant(),
                reason,
                backEntryId);
        return id;
    }

    private void append(long id, String select, Object... parameters) {
        try {
            if (sql.update(COLUMNS + select, parameters) == 0) {
                throw DomainException.conflict("hours.reversed-before");
            }
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, null)) {
                throw DomainException.conflict("hours.reversed-before");
            }
            throw e;
        }
        journal.note(Journal.Kind.SERVICE, id, sql.number("SELECT community_id FROM service_record WHERE id = ?", id));
    }

    /** What points are to know of a record that was just written. */
    public ServiceRecorded facts(long recordId) {
        return services.ofRecord(recordId).orElseThrow();
    }
}
