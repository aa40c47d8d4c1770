package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.Descriptor.OrderType;
import org.linli.portal.orders.BrandOrderDetail.Field;
import org.linli.portal.orders.BrandOrderDetail.Participant;
import org.linli.portal.orders.BrandOrderDetail.Relative;
import org.linli.portal.orders.BrandOrderDetail.Taken;
import org.linli.portal.orders.BrandOrderDetail.Waiting;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.StepRows;
import org.linli.portal.platform.problem.DomainException;

/** Reads what brands added to orders, for those whom the order concerns. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class BrandOrderQueries {
    private final Orders orders;
    private final Extensions extensions;
    private final StepRows stepRows;
    private final Steps steps;
    private final OrderAccess access;

    @Inject
    BrandOrderQueries(Orders orders, Extensions extensions, StepRows stepRows, Steps steps, OrderAccess access) {
        this.orders = orders;
        this.extensions = extensions;
        this.stepRows = stepRows;
        this.steps = steps;
        this.access = access;
    }

    /**
     * What a brand added to the order, nothing for the core's own; those who were only asked learn nothing of it.
     *
     * @throws DomainException 404 when the order does not concern the caller
     */
    public Optional<BrandOrderDetail> find(long orderId, Locale locale) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        Set<Party> parties = access.parties(order);
        if (order.terms().brandId() == null || FromAbove.only(parties) || !access.seesInside(order, parties)) {
            return Optional.empty();
        }
        return extensions.find(orderId).map(extension -> detail(order, extension, locale));
    }

    /** Ids of those orders of the caller's that wait for a step of their brand: served, and nothing to review yet. */
    public Set<Long> inSteps(List<OrderSummary> orders) {
        return extensions.inSteps(orders.stream()
                .filter(order -> order.status() == OrderStatus.COMPLETED)
                .map(OrderSummary::id)
                .toList());
    }

    private BrandOrderDetail detail(ServiceOrder order, Extension extension, Locale locale) {
        Brands brands = steps.brands();
        String id = extension.brand().brandId();
        Optional<Descriptor> release = brands.release(id);
        OrderType type = release.flatMap(d -> d.orderType(extension.typeCode())).orElse(null);
        Words words = new Words(brands, id, locale);
        return new BrandOrderDetail(
                id,
                order.communityId(),
                release.map(d -> words.of(d.name())).orElse(id),
                extension.typeCode(),
                fields(extension, type, words),
                participants(order.id(), type, words),
                extension.parentId() == null ? null : relative(extension.parentId()),
                extensions.children(order.id()).stream().map(this::relative).toList(),
                extension.dueAt(),
                waiting(order, extension, type, words),
                stepRows.of(order.id()).stream()
                        .map(taken -> new Taken(
                                taken.step(),
                                stepName(type, taken.step(), words),
                                taken.at(),
                                taken.actorName(),
                                taken.outcome(),
                                taken.note(),
                                taken.input()))
                        .toList());
    }

    private static List<Field> fields(Extension extension, @Nullable OrderType type, Words words) {
        if (type == null) {
            return List.of();
        }
        return type.fields().stream()
                .filter(field -> extension.fields().has(field.name()))
                // for the brand alone: keys and codes say nothing to people
                .filter(field -> !field.type().equals("code"))
                .map(field -> new Field(
                        field.name(),
                        words.of(field.label()),
                        said(field, extension.fields().texts(field.name()), words),
                        field.type().equals("boolean"),
                        field.type().equals("photos") ? extension.fields().texts(field.name()) : List.of()))
                .toList();
    }

    /** Choices by their labels; yes and no are the page's to say. */
    private static String said(Descriptor.Field field, List<String> values, Words words) {
        return values.stream()
                .map(value -> field.choices().containsKey(value)
                        ? words.of(field.choices().get(value))
                        : value)
                .collect(Collectors.joining(", "));
    }

    private List<Participant> participants(long orderId, @Nullable OrderType type, Words words) {
        return extensions.participants(orderId).stream()
                .map(p -> new Participant(p.role(), roleName(type, p.role(), words), p.personId(), p.name()))
                .toList();
    }

    private static String roleName(@Nullable OrderType type, String role, Words words) {
        return type == null
                ? role
                : type.participants().stream()
                        .filter(declared -> declared.code().equals(role))
                        .map(declared -> words.of(declared.name()))
                        .findFirst()
                        .orElse(role);
    }

    private static String stepName(@Nullable OrderType type, String code, Words words) {
        return type == null
                ? code
                : type.steps().stream()
                        .filter(step -> step.code().equals(code))
                        .map(step -> words.of(step.name()))
                        .findFirst()
                        .orElse(code);
    }

    private @Nullable Waiting waiting(ServiceOrder order, Extension extension, @Nullable OrderType type, Words words) {
        if (extension.stepCode() == null || type == null) {
            return null;
        }
        return type.steps().stream()
                .filter(step -> step.code().equals(extension.stepCode()))
                .map(step -> new Waiting(
                        step.code(),
                        words.of(step.name()),
                        extension.stepDueAt(),
                        steps.mayTake(order, extension, step),
                        step.form()))
                .findFirst()
                .orElse(null);
    }

    private Relative relative(long orderId) {
        ServiceOrder order = orders.find(orderId).orElseThrow();
        return new Relative(orderId, order.number(), order.status());
    }

    /** Texts of the brand in one language. */
    private record Words(Brands brands, String brandId, Locale locale) {
        String of(String key) {
            return brands.text(brandId, locale, key);
        }
    }
}
