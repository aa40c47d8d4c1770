package org.linli.portal.brands.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.platform.outbox.OutboxHandler;

/** A fact becomes a run of each policy that may reward it. */
@ApplicationScoped
public class QueueFacts implements OutboxHandler {
    private final Brands brands;
    private final RunQueue queue;

    @Inject
    public QueueFacts(Brands brands, RunQueue queue) {
        this.brands = brands;
        this.queue = queue;
    }

    @Override
    public String topic() {
        return BrandEvents.FACT;
    }

    @Override
    public void handle(String payload) {
        Data fact = DataJson.read(payload);
        BrandRef brand = new BrandRef(fact.text("brandId"), fact.number("communityId"));
        String id = fact.text("kind") + ":" + fact.text("sourceId") + ":" + fact.text("personId");
        brands.active(brand).ifPresent(descriptor -> descriptor.points().stream()
                .filter(policy -> policy.facts().contains(fact.text("kind")))
                .map(Descriptor.Policy::handler)
                .forEach(handler -> queue.add(brand, Run.What.POINTS, handler, new RunQueue.Trigger(id, fact))));
    }
}
