package org.linli.portal.brands.record;

import java.time.Instant;
import org.linli.plugin.Data;

/**
 * A record as it was written, without its sealed fields.
 *
 * @param schema number that it was written with
 */
public record StoredRecord(
        String kind, String key, int schema, Data data, long version, Instant createdAt, Instant changedAt) {}
