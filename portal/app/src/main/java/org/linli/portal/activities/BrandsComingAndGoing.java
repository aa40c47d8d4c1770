package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.activities.persistence.BrandRows;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandSwitched;

/** While a brand is laid down its dates are hidden, and those who would come are told; a purged brand leaves none. */
@ApplicationScoped
class BrandsComingAndGoing {
    private final BrandRows rows;
    private final Activities activities;
    private final ActivityNotices notices;
    private final Clock clock;

    @Inject
    BrandsComingAndGoing(BrandRows rows, Activities activities, ActivityNotices notices, Clock clock) {
        this.rows = rows;
        this.activities = activities;
        this.notices = notices;
        this.clock = clock;
    }

    void switched(@Observes BrandSwitched event) {
        BrandRef brand = event.scope().brand();
        Instant now = clock.instant();
        Act act = new Act(null, now, event.scope().demo());
        List<Activity> dates = rows.ahead(brand, event.on(), now);
        if (event.on()) {
            rows.show(brand, now);
            dates.forEach(date -> notices.resumed(activities.roster(date).coming(), date, act));
        } else {
            rows.hide(brand, now);
            dates.forEach(date -> notices.paused(activities.roster(date).coming(), date, act));
        }
    }

    void purged(@Observes BrandPurged event) {
        rows.purge(event.brand());
    }
}
