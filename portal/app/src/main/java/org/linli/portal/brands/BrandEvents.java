package org.linli.portal.brands;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.portal.platform.outbox.Outbox;

/** Where features tell brands what happened, in the present transaction; brands hear of it after the commit. */
@ApplicationScoped
public class BrandEvents {
    /** Outbox topic of events for automations. */
    public static final String EVENT = "brand.event";
    /** Outbox topic of facts that may earn points. */
    public static final String FACT = "brand.fact";

    private final Outbox outbox;

    @Inject
    public BrandEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Something happened to what a brand owns.
     *
     * @param event as in {@link org.linli.plugin.Automation.Trigger}
     * @param id unique for this happening
     */
    public void raise(BrandRef brand, String event, String id, Instant at, Data data) {
        Data message = Data.of(
                "brandId",
                brand.brandId(),
                "communityId",
                Long.toString(brand.communityId()),
                "event",
                event,
                "id",
                id,
                "at",
                at.toString(),
                "data",
                data);
        outbox.append(EVENT, DataJson.write(message));
    }

    /** A fact is complete that the brand's point policy may reward. */
    public void completed(BrandRef brand, PointPolicy.Fact fact) {
        Data message = Data.of(
                "brandId", brand.brandId(),
                "communityId", Long.toString(brand.communityId()),
                "kind", fact.kind(),
                "sourceId", fact.sourceId(),
                "personId", fact.personId(),
                "minutes", fact.minutes(),
                "at", fact.at().toString(),
                "data", fact.data());
        outbox.append(FACT, DataJson.write(message));
    }
}
