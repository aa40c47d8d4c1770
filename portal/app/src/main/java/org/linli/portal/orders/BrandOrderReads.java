package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.plugin.Context;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.OrderReads;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.platform.rest.Id;

/** A brand reads the orders of its own types in its community, and no others. */
@ApplicationScoped
public class BrandOrderReads implements OrderReads {
    private static final int MOST = 500;

    private final Extensions extensions;
    private final BrandOrderViews views;

    @Inject
    BrandOrderReads(Extensions extensions, BrandOrderViews views) {
        this.extensions = extensions;
        this.views = views;
    }

    @Override
    public Context.Orders of(BrandScope scope) {
        return new Reads(scope.brand());
    }

    private final class Reads implements Context.Orders {
        private final BrandRef brand;

        private Reads(BrandRef brand) {
            this.brand = brand;
        }

        @Override
        public Optional<OrderView> find(String orderId) {
            return views.find(brand, Id.ofField(orderId, "orderId"));
        }

        @Override
        public List<OrderView> list(String type, boolean open, int offset, int limit) {
            return views(extensions.ofType(brand, type, open, Math.max(0, offset), Math.min(MOST, Math.max(1, limit))));
        }

        @Override
        public List<OrderView> children(String orderId) {
            return find(orderId).isEmpty() ? List.of() : views(extensions.children(Id.ofField(orderId, "orderId")));
        }

        @Override
        public Map<String, Long> openByUnit(String type) {
            return extensions.openByUnit(brand, type).entrySet().stream()
                    .collect(Collectors.toMap(e -> Long.toString(e.getKey()), Map.Entry::getValue));
        }

        @Override
        public long count(String type, Instant since) {
            return extensions.count(brand, type, since);
        }

        private List<OrderView> views(List<Long> ids) {
            return ids.stream().flatMap(id -> views.find(brand, id).stream()).toList();
        }
    }
}
