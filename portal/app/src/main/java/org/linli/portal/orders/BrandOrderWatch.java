package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandPurged;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;

/** Keeps what a brand added to an order in step with the order, and tells the brand what happens. */
@ApplicationScoped
public class BrandOrderWatch {
    private final Orders orders;
    private final Extensions extensions;
    private final Steps steps;
    private final BrandOrders brandOrders;
    private final BrandEvents events;

    @Inject
    BrandOrderWatch(Orders orders, Extensions extensions, Steps steps, BrandOrders brandOrders, BrandEvents events) {
        this.orders = orders;
        this.extensions = extensions;
        this.steps = steps;
        this.brandOrders = brandOrders;
        this.events = events;
    }

    void moved(@Observes OrderMoved moved) {
        if (moved.brandId() == null || moved.from() == moved.to()) {
            return;
        }
        Optional<Extension> extension = extensions.find(moved.orderId());
        if (extension.isEmpty()) {
            return; // the brand was purged
        }
        tell(moved, extension.get());
        if (moved.to().isFinal()) {
            extensions.end(moved.orderId());
        } else if (moved.action() == OrderAction.CHECK_IN || moved.action() == OrderAction.COMPLETE) {
            ServiceOrder order = orders.find(moved.orderId()).orElseThrow();
            steps.reached(order, extension.get(), moved.to(), moved.at());
        }
    }

    private void tell(OrderMoved moved, Extension extension) {
        Data what = Data.of(
                "orderId", Long.toString(moved.orderId()),
                "type", extension.typeCode(),
                "actorId", moved.actorId() == null ? null : Long.toString(moved.actorId()));
        String name = moved.to().name().toLowerCase(Locale.ROOT);
        String id = "order:" + moved.orderId() + ":" + name + ":" + moved.at().toEpochMilli();
        events.raise(extension.brand(), "order." + name, id, moved.at(), what);
    }

    /** A confirmed service may earn what the brand's policy says. */
    void recorded(@Observes ServiceRecorded service) {
        Long orderId = service.orderId();
        if (orderId == null || service.replacesId() != null) {
            return; // not an order of a brand, or the brand has been told of it already
        }
        extensions.find(orderId).ifPresent(extension -> {
            PointPolicy.Fact fact = new PointPolicy.Fact(
                    "order:" + extension.typeCode(),
                    Long.toString(orderId),
                    Long.toString(service.volunteerId()),
                    service.minutes(),
                    service.at(),
                    extension.fields());
            events.completed(extension.brand(), fact);
        });
    }

    /** Open orders are cancelled, and what the brand had added goes; the bare orders stay. */
    void purged(@Observes BrandPurged purged) {
        brandOrders.cancelAll(purged.brand());
        extensions.purge(purged.brand());
    }
}
