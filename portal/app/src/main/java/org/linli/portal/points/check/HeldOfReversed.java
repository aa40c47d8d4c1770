package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.linli.portal.hours.ServiceReversed;

/** What was held for a service that counts no more is not to be decided any more. */
@ApplicationScoped
class HeldOfReversed {
    private final HeldRows rows;

    @Inject
    HeldOfReversed(HeldRows rows) {
        this.rows = rows;
    }

    void withdraw(@Observes ServiceReversed reversed) {
        rows.find(HeldPosting.Source.SERVICE, reversed.recordId())
                .filter(held -> held.status().after(HeldStatus.Step.WITHDRAW) != null)
                .ifPresent(held -> rows.decide(held, HeldStatus.Step.WITHDRAW, null, reversed.reason()));
    }
}
