package org.linli.portal.hours;

/**
 * A service record was reversed and counts no more. Fired synchronously in the transaction of the correction, before the
 * replacing record, if there is one, is told of by {@link org.linli.portal.orders.ServiceRecorded}.
 *
 * @param recordId the record that counts no more
 * @param reversingId the record that reverses it
 * @param communityId whose
 * @param volunteerId who served, or did not
 * @param reason why, as the second person confirmed it
 */
public record ServiceReversed(long recordId, long reversingId, long communityId, long volunteerId, String reason) {}
