package org.linli.portal.brands.record;

import jakarta.inject.Inject;
import java.time.Instant;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.persistence.Desk;

/** Removes old records, some hundred in a transaction. */
@Desk
public class RecordExpiry {
    private final RecordStore store;

    @Inject
    public RecordExpiry(RecordStore store) {
        this.store = store;
    }

    /** Removes some; gives how many. */
    public int some(BrandRef brand, String kind, Instant before) {
        return store.expire(brand, kind, before);
    }
}
