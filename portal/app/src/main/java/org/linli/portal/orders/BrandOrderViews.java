package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.domain.Assignment;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;

/** Orders as their brands see them. */
@ApplicationScoped
class BrandOrderViews {
    private final Orders orders;
    private final Extensions extensions;

    @Inject
    BrandOrderViews(Orders orders, Extensions extensions) {
        this.orders = orders;
        this.extensions = extensions;
    }

    /** The order, if it is one of that brand in that community. */
    Optional<OrderView> find(BrandRef brand, long orderId) {
        return extensions
                .find(orderId)
                .filter(extension -> extension.brand().equals(brand))
                .flatMap(extension -> orders.find(orderId).map(order -> of(order, extension)));
    }

    OrderView of(ServiceOrder order, Extension extension) {
        Map<String, List<String>> participants = extensions.roles(order.id()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().map(String::valueOf).toList()));
        return new OrderView(
                Long.toString(order.id()),
                order.number(),
                extension.typeCode(),
                order.status().name(),
                extension.open(),
                extension.stepCode(),
                Long.toString(order.request().unitId()),
                order.request().description(),
                extension.fields(),
                Long.toString(order.request().principalId()),
                assignee(order),
                participants,
                extension.parentId() == null ? null : Long.toString(extension.parentId()),
                order.milestones().placedAt(),
                extension.dueAt(),
                order.version());
    }

    private @Nullable String assignee(ServiceOrder order) {
        return orders.servingAssignment(order.id())
                .map(Assignment::volunteerId)
                .map(String::valueOf)
                .orElse(null);
    }
}
