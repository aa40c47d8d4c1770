package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.effect.Effect;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.BrandScope;
import org.linli.portal.brands.Descriptor.OrderType;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.FlowPack;
import org.linli.portal.orders.domain.Placing;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.BrandPlaces;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents.Resident;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Id;

/** What brands do with orders of their own types, by effects: place, change, add people, cancel. */
@ApplicationScoped
class BrandOrders {
    /** When neither the effect nor the type says how long an order may take. */
    private static final Duration USUAL_DUE = Duration.ofDays(30);

    private static final int LONGEST_KEY = 160;

    private final Orders orders;
    private final Extensions extensions;
    private final BrandPlaces places;
    private final Timeline timeline;
    private final Endings endings;

    @Inject
    BrandOrders(Orders orders, Extensions extensions, BrandPlaces places, Timeline timeline, Endings endings) {
        this.orders = orders;
        this.extensions = extensions;
        this.places = places;
        this.timeline = timeline;
        this.endings = endings;
    }

    /** Places an order, unless an open one has the same key. */
    void place(BrandScope scope, Effect.PlaceOrder effect) {
        ServiceOrder order = place(scope, effect, places.now());
        if (order != null) {
            timeline.append(order.placed());
        }
    }

    /** Writes an order as of that instant, without its timeline; null when an open one has the same key. */
    @Nullable
    ServiceOrder place(BrandScope scope, Effect.PlaceOrder effect, Instant now) {
        OrderType type = scope.descriptor()
                .orderType(effect.type())
                .orElseThrow(() -> DomainException.invalidField("type", "orders.unknown-type", effect.type()));
        ExtensionFields.check(type, effect.fields());
        long id = Ids.next();
        if (effect.dedupKey() != null && !extensions.reserve(scope.brand(), key(effect.dedupKey()), id)) {
            return null;
        }
        ServiceItem item = places.item(scope.brand(), type.code())
                .orElseThrow(() -> DomainException.conflict("orders.type-off", type.code()));
        Duration due = effect.due() != null ? effect.due() : Objects.requireNonNullElse(type.due(), USUAL_DUE);
        FlowPack pack = orders.pack(Objects.requireNonNull(item.flowPackId()));
        ServiceOrder order = new ServiceOrder(placing(scope, effect, id, now, now.plus(due)), item, pack, now);
        orders.add(order);
        boolean limited = effect.due() != null || type.due() != null;
        extensions.add(
                new Extension(
                        id,
                        scope.brand(),
                        type.code(),
                        effect.fields(),
                        type.confidential(),
                        parent(scope.brand(), effect.parentId()),
                        true,
                        limited ? now.plus(due) : null,
                        null,
                        null),
                now);
        effect.participants().forEach((role, people) -> people.forEach(person -> join(scope, type, id, role, person)));
        return order;
    }

    private Placing placing(BrandScope scope, Effect.PlaceOrder effect, long id, Instant from, Instant to) {
        Long chosen = effect.principalId() == null
                ? scope.personId()
                : (Long) Id.ofField(effect.principalId(), "principalId");
        if (chosen == null) {
            throw DomainException.invalidField("principalId", "platform.field-required");
        }
        Resident principal = places.resident(scope.communityId(), chosen, "principalId");
        long unit = Id.ofField(effect.unitId(), "unitId");
        new Violations()
                .text(effect.description(), "description", 500)
                .check(places.isWithin(unit, scope.communityId()), "unitId", "orders.unit-not-here")
                .throwIfAny();
        return new Placing(
                id,
                places.number(scope.communityId()),
                unit,
                principal.id(),
                scope.personId() == null ? principal.id() : scope.personId(),
                null,
                effect.description(),
                where(effect.fields(), unit),
                from,
                to);
    }

    /** The declared field {@code place}, if the brand has one, else the name of the unit. */
    private String where(Data fields, long unit) {
        String place = fields.text("place");
        return place.isBlank() ? places.unitName(unit) : place;
    }

    private @Nullable Long parent(BrandRef brand, @Nullable String parentId) {
        if (parentId == null) {
            return null;
        }
        long id = Id.ofField(parentId, "parentId");
        own(brand, id);
        return id;
    }

    private static String key(String key) {
        boolean fits = key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        new Violations()
                .check(fits, "dedupKey", "orders.malformed-key", LONGEST_KEY)
                .throwIfAny();
        return key;
    }

    /** Sets declared fields of an open order; the others stay. */
    void setFields(BrandScope scope, Effect.SetFields effect) {
        long id = Id.ofField(effect.orderId(), "orderId");
        take(scope.brand(), id);
        Extension extension = open(scope.brand(), id);
        Data merged = extension.fields();
        for (Map.Entry<String, Object> field : effect.fields().map().entrySet()) {
            merged = merged.with(field.getKey(), field.getValue());
        }
        ExtensionFields.check(type(scope, extension), merged);
        extensions.setFields(id, merged);
    }

    void addParticipant(BrandScope scope, Effect.AddParticipant effect) {
        long id = Id.ofField(effect.orderId(), "orderId");
        take(scope.brand(), id);
        join(scope, type(scope, open(scope.brand(), id)), id, effect.role(), effect.personId());
    }

    void cancel(BrandScope scope, Effect.CancelOrder effect) {
        long id = Id.ofField(effect.orderId(), "orderId");
        ServiceOrder order = take(scope.brand(), id);
        Act act = new Act(scope.personId(), places.now(), Words.note(effect.reason(), "reason"));
        endings.withoutService(order, order.cancel(act));
    }

    private void join(BrandScope scope, OrderType type, long orderId, String role, String person) {
        boolean declared = type.participants().stream().anyMatch(p -> p.code().equals(role));
        new Violations()
                .check(declared, "participants", "orders.unknown-participant", role)
                .throwIfAny();
        long personId = Id.ofField(person, "participants");
        extensions.addParticipant(
                orderId,
                role,
                places.resident(scope.communityId(), personId, "participants").id());
    }

    private ServiceOrder take(BrandRef brand, long orderId) {
        own(brand, orderId);
        return orders.take(orderId);
    }

    private Extension own(BrandRef brand, long orderId) {
        return extensions
                .find(orderId)
                .filter(extension -> extension.brand().equals(brand))
                .orElseThrow(DomainException::notFound);
    }

    private Extension open(BrandRef brand, long orderId) {
        Extension extension = own(brand, orderId);
        if (!extension.open()) {
            throw DomainException.conflict("orders.ended");
        }
        return extension;
    }

    private static OrderType type(BrandScope scope, Extension extension) {
        return scope.descriptor()
                .orderType(extension.typeCode())
                .orElseThrow(() -> DomainException.conflict("orders.type-off", extension.typeCode()));
    }

    /** Ends what is open, because the brand goes. */
    void cancelAll(BrandRef brand) {
        List<Long> open = extensions.open(brand);
        for (long id : open) {
            ServiceOrder order = orders.take(id);
            if (order.mayCancel()) {
                endings.withoutService(order, order.cancel(Act.ofPortal(places.now())));
            }
        }
    }
}
