package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.Brands;
import org.linli.portal.brands.Descriptor;
import org.linli.portal.brands.Descriptor.Step;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.domain.Stage;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.Extensions.Extension;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** Which step of a brand waits, who may take it, and what follows. */
@ApplicationScoped
class Steps {
    private final Orders orders;
    private final Extensions extensions;
    private final Endings endings;
    private final Brands brands;
    private final Caller caller;

    @Inject
    Steps(Orders orders, Extensions extensions, Endings endings, Brands brands, Caller caller) {
        this.orders = orders;
        this.extensions = extensions;
        this.endings = endings;
        this.brands = brands;
        this.caller = caller;
    }

    /**
     * What the brand added to the order.
     *
     * @throws DomainException 409 for orders without a brand
     */
    Extension extension(ServiceOrder order) {
        return extensions.find(order.id()).orElseThrow(() -> DomainException.conflict("orders.step-not-open"));
    }

    OrderView view(ServiceOrder order, Extension extension) {
        return new BrandOrderViews(orders, extensions).of(order, extension);
    }

    Brands brands() {
        return brands;
    }

    Instant now() {
        return endings.now();
    }

    /**
     * The declared step.
     *
     * @throws DomainException 409 when the brand is off or does not know the step any more
     */
    Step step(Extension extension, String code) {
        return declared(extension).steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> DomainException.conflict("orders.step-not-open"));
    }

    private Descriptor.OrderType declared(Extension extension) {
        return brands.active(extension.brand())
                .flatMap(descriptor -> descriptor.orderType(extension.typeCode()))
                .orElseThrow(() -> DomainException.conflict("orders.type-off", extension.typeCode()));
    }

    /**
     * Refuses unless the step is the caller's to take.
     *
     * @throws DomainException 403
     */
    void requireTurn(ServiceOrder order, Extension extension, Step step) {
        if (!mayTake(order, extension, step)) {
            throw DomainException.forbidden("orders.step-not-yours");
        }
    }

    /** Whether the caller can have to do with orders of that community: others do not learn that it exists. */
    boolean isNear(ServiceOrder order) {
        return caller.communityId() == order.communityId()
                || Arrays.stream(Role.values()).anyMatch(role -> caller.holds(role, order.communityId()));
    }

    /** Whether the caller may take that step: never who served, unless the step names the assignee. */
    boolean mayTake(ServiceOrder order, Extension extension, Step step) {
        long me = caller.personId();
        boolean served = orders.servingAssignment(order.id())
                .filter(assignment -> assignment.volunteerId() == me)
                .isPresent();
        if (served) {
            return step.by().contains("assignee");
        }
        return step.by().stream().anyMatch(by -> isOne(by, order, extension));
    }

    private boolean isOne(String by, ServiceOrder order, Extension extension) {
        long me = caller.personId();
        if (by.equals("everyone")) {
            return caller.communityId() == order.communityId();
        }
        if (by.equals("principal")) {
            return order.request().principalId() == me;
        }
        if (by.startsWith("core:")) {
            Role role = Role.valueOf(by.substring("core:".length()).toUpperCase(Locale.ROOT));
            return caller.holds(role, order.communityId());
        }
        if (by.startsWith("participant:")) {
            return extensions
                    .roles(order.id())
                    .getOrDefault(by.substring("participant:".length()), List.of())
                    .contains(me);
        }
        return brands.rolesOf(extension.brand(), me).contains(by);
    }

    /** The order reached a status: the first step that is declared for it waits now, or nothing does. */
    void reached(ServiceOrder order, Extension extension, OrderStatus status, Instant at) {
        List<Step> declared = stepsIn(extension, status);
        if (declared.isEmpty()) {
            extensions.await(order.id(), null, null);
            passed(order, status, Act.ofPortal(at));
            return;
        }
        wait(order, declared.get(0), at);
    }

    private void wait(ServiceOrder order, Step step, Instant at) {
        extensions.await(order.id(), step.code(), step.limit() == null ? null : at.plus(step.limit()));
        if (order.status() == OrderStatus.COMPLETED) {
            order.holdReview();
        }
    }

    private List<Step> stepsIn(Extension extension, OrderStatus status) {
        return brands.active(extension.brand())
                .flatMap(descriptor -> descriptor.orderType(extension.typeCode()))
                .map(type -> type.steps().stream()
                        .filter(step -> step.when().equals(status.name()))
                        .toList())
                .orElse(List.of());
    }

    /** All steps of a status are behind it: a completed service waits for the review, or ends when its flow has none. */
    private void passed(ServiceOrder order, OrderStatus status, Act act) {
        if (status != OrderStatus.COMPLETED) {
            return;
        }
        if (order.flow().has(Stage.REVIEW)) {
            order.awaitReview(act.at());
        } else {
            endings.reviewed(order, act, null, null);
        }
    }

    /** A step has that outcome. */
    void follow(ServiceOrder order, Step step, String outcome, Act act) {
        Extension extension = extension(order);
        switch (outcome) {
            case "NEXT" -> next(order, extension, step, act);
            case "REOPEN" -> {
                extensions.await(order.id(), null, null);
                orders.doneAssignment(order.id()).reopen();
                endings.reopened(order.reopen(act));
            }
            case "CANCEL" -> endings.withoutService(order, order.cancel(act));
            default -> throw new IllegalStateException("no such outcome: " + outcome);
        }
    }

    private void next(ServiceOrder order, Extension extension, Step step, Act act) {
        List<Step> all = stepsIn(extension, order.status());
        int after = all.stream().map(Step::code).toList().indexOf(step.code()) + 1;
        if (after > 0 && after < all.size()) {
            wait(order, all.get(after), act.at());
            return;
        }
        extensions.await(order.id(), null, null);
        passed(order, order.status(), act);
    }
}
