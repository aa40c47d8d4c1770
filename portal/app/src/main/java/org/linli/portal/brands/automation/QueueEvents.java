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

/** An event becomes a run of each automation that listens to it. */
@ApplicationScoped
public class QueueEvents implements OutboxHandler {
    private final Brands brands;
    private final RunQueue queue;

    @Inject
    public QueueEvents(Brands brands, RunQueue queue) {
        this.brands = brands;
        this.queue = queue;
    }

    @Override
    public String topic() {
        return BrandEvents.EVENT;
    }

    @Override
    public void handle(String payload) {
        Data message = DataJson.read(payload);
        BrandRef brand = new BrandRef(message.text("brandId"), message.number("communityId"));
        RunQueue.Trigger trigger = new RunQueue.Trigger(message.text("id"), message);
        brands.active(brand).ifPresent(descriptor -> descriptor.automations().stream()
                .filter(automatic -> automatic.on().contains(message.text("event")))
                .map(Descriptor.Automatic::name)
                .forEach(name -> queue.add(brand, Run.What.AUTOMATION, name, trigger)));
    }
}
