package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandSwitched;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.Descriptor.OrderType;
import org.linli.portal.orders.CatalogueItem.Named;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.persistence.BrandItems;
import org.linli.portal.orders.persistence.CatalogueRows;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.platform.problem.DomainException;

/**
 * Brings the catalogue of a community into line with the brands that it has on. Where a brand has a policy of its own for
 * points, the item's rate is 0: a service is paid once.
 */
@ApplicationScoped
public class BrandCatalogue {
    private final Orders orders;
    private final BrandItems items;
    private final CatalogueRows rows;
    private final Brands brands;
    private final Clock clock;

    @Inject
    public BrandCatalogue(Orders orders, BrandItems items, CatalogueRows rows, Brands brands, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.rows = rows;
        this.brands = brands;
        this.clock = clock;
    }

    /** Items appear, change and retire with the brand; orders placed already go on as they began. */
    void switched(@Observes BrandSwitched event) {
        BrandRef brand = event.scope().brand();
        Descriptor descriptor = event.scope().descriptor();
        Set<String> offered = new HashSet<>();
        if (event.on()) {
            for (OrderType type : descriptor.orderTypes()) {
                String fact = "order:" + type.code();
                offer(brand, type, descriptor.points().stream().anyMatch(p -> p.facts()
                        .contains(fact)));
                offered.add(type.code());
            }
        }
        items.of(brand).stream()
                .filter(item -> !offered.contains(item.typeCode()))
                .forEach(ServiceItem::retire);
        orders.flush();
    }

    private void offer(BrandRef brand, OrderType type, boolean hasPolicy) {
        ItemContent content = content(brand, type, hasPolicy);
        ServiceItem item = items.find(brand, type.code()).orElse(null);
        if (item == null) {
            item = ServiceItem.ofBrand(brand, type.code(), content, clock.instant());
        } else {
            item.change(content);
            item.offerAgain();
        }
        item.follow(
                items.pack("brand." + brand.brandId() + "." + type.code(), content, BrandFlow.stages(type)),
                type.orderable());
        orders.add(item);
    }

    private ItemContent content(BrandRef brand, OrderType type, boolean hasPolicy) {
        Set<String> categories = codes(rows.categories());
        if (!categories.contains(type.category())) {
            throw DomainException.conflict("orders.brand-category", type.category(), String.join(", ", categories));
        }
        Set<String> skills = new HashSet<>(type.skills());
        skills.retainAll(codes(rows.skills()));
        String id = brand.brandId();
        return new ItemContent(
                type.category(),
                items.freeName(brand, type.code(), brands.text(id, Locale.SIMPLIFIED_CHINESE, type.name())),
                brands.text(id, Locale.ENGLISH, type.name()),
                "",
                type.minutes(),
                hasPolicy ? 0 : type.rate(),
                type.risk() == null ? "" : brands.text(id, Locale.SIMPLIFIED_CHINESE, type.risk()),
                skills);
    }

    private static Set<String> codes(List<Named> named) {
        return named.stream().map(Named::code).collect(Collectors.toSet());
    }
}
