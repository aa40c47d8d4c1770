package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.Descriptor.Field;
import org.linli.portal.brands.Descriptor.OrderType;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** What the brand of a service asks of those who order it. */
@ApplicationScoped
public class ItemFields {
    private final Orders orders;
    private final Extensions extensions;
    private final Brands brands;
    private final BrandFiles files;
    private final Caller caller;

    @Inject
    public ItemFields(Orders orders, Extensions extensions, Brands brands, BrandFiles files, Caller caller) {
        this.orders = orders;
        this.extensions = extensions;
        this.brands = brands;
        this.files = files;
        this.caller = caller;
    }

    /** The brand and the fields that people are asked for; labels are keys of the brand's texts. */
    public record Asked(BrandRef brand, List<Field> fields) {
        public Asked {
            fields = List.copyOf(fields);
        }
    }

    /** What is asked for that service; nothing for the core's own, and for a brand that is off. */
    public Optional<Asked> of(@Nullable Long itemId) {
        return orders.findItem(itemId).filter(item -> item.brandId() != null).flatMap(item -> type(item)
                .map(type -> new Asked(brand(item), Descriptor.asked(type))));
    }

    /** How many characters a text may have. */
    public static int longest(Field field) {
        return ExtensionFields.longest(field);
    }

    /** A text of the brand, by its key. */
    public String text(BrandRef brand, Locale locale, String key) {
        return brands.text(brand.brandId(), locale, key);
    }

    /**
     * Checks what was answered.
     *
     * @throws DomainException 400 with all fields at fault, named as the brand names them
     */
    public void require(@Nullable Long itemId, Data fields) {
        require(orders.findItem(itemId).orElse(null), fields);
    }

    void require(@Nullable ServiceItem item, Data fields) {
        OrderType type = item == null || item.brandId() == null ? null : declared(item);
        List<Field> asked = type == null ? List.of() : Descriptor.asked(type);
        List<String> names = asked.stream().map(Field::name).toList();
        Violations violations = new Violations();
        fields.keys().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> violations.check(false, name, "orders.unknown-field"));
        violations.throwIfAny();
        if (item == null || type == null) {
            return;
        }
        ExtensionFields.check(type, fields);
        Violations foreign = new Violations();
        for (Field field : asked) {
            boolean own = !field.type().equals("photos")
                    || files.areOf(brand(item), photos(List.of(field), fields), caller.personId());
            foreign.check(own, field.name(), "orders.unknown-photo");
        }
        foreign.throwIfAny();
    }

    /** The order carries what was answered, and the brand's deadline. */
    void keep(ServiceOrder order, ServiceItem item, Data fields, Instant now) {
        if (item.brandId() == null) {
            return;
        }
        OrderType type = declared(item);
        extensions.add(
                new Extension(
                        order.id(),
                        brand(item),
                        type.code(),
                        fields,
                        type.confidential(),
                        null,
                        true,
                        type.due() == null ? null : now.plus(type.due()),
                        null,
                        null),
                now);
        files.keep(brand(item), photos(type.fields(), fields));
    }

    /** What a past order carries of it, for another order: without photos, which show what was then. */
    Data again(ServiceOrder past) {
        Data again = Data.EMPTY;
        Asked asked = of(past.terms().itemId()).orElse(null);
        if (asked == null) {
            return again;
        }
        Data then = extensions.find(past.id()).map(Extension::fields).orElse(Data.EMPTY);
        for (Field field : asked.fields()) {
            if (!field.type().equals("photos")) {
                again = again.with(field.name(), then.get(field.name()).orElse(null));
            }
        }
        return again;
    }

    private OrderType declared(ServiceItem item) {
        return type(item).orElseThrow(() -> DomainException.conflict("orders.type-off", item.name()));
    }

    private Optional<OrderType> type(ServiceItem item) {
        return brands.active(brand(item)).flatMap(descriptor -> descriptor.orderType(String.valueOf(item.typeCode())));
    }

    private static BrandRef brand(ServiceItem item) {
        return new BrandRef(String.valueOf(item.brandId()), item.communityId());
    }

    private static Collection<Long> photos(List<Field> declared, Data fields) {
        return declared.stream()
                .filter(field -> field.type().equals("photos"))
                .flatMap(field -> fields.texts(field.name()).stream())
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
    }
}
