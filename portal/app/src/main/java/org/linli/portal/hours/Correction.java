package org.linli.portal.hours;

import java.io.Serializable;
import java.time.Instant;

/**
 * A wish to correct a service record, and what became of it.
 *
 * @param id identifier
 * @param communityId whose record
 * @param record the record as it was when somebody asked
 * @param minutes what it shall be; 0 when the service did not take place
 * @param status where it stands
 * @param asked by the volunteer, or by an administrator
 * @param decided by an administrator
 * @param confirmed by the second person
 */
public record Correction(
        long id,
        long communityId,
        Subject record,
        int minutes,
        CorrectionStatus status,
        Step asked,
        Step decided,
        Step confirmed)
        implements Serializable {
    /** The record that is to be corrected. */
    public record Subject(
            long recordId, Who volunteer, ServiceEntry.Item item, Instant startedAt, Instant endedAt, int minutes)
            implements Serializable {}
}
