package org.linli.portal.brands.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.linli.portal.brands.BrandPurged;

/** Leaves no record of a purged brand. */
@ApplicationScoped
public class PurgeRecords {
    private final RecordStore store;

    @Inject
    public PurgeRecords(RecordStore store) {
        this.store = store;
    }

    void purge(@Observes BrandPurged event) {
        store.purge(event.brand());
    }
}
