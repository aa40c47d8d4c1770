package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.orders.domain.Act;
import org.linli.portal.orders.domain.Dispatch;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.domain.Triage;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** 派单: the dispatcher sorts orders, asks volunteers and takes offers back. */
@Desk
public class DispatchDesk {
    private static final int MAX_ADDRESSEES = 10;

    private final Orders orders;
    private final Residents residents;
    private final Handling handling;
    private final Matching matching;
    private final OrderAccess access;

    @Inject
    DispatchDesk(Orders orders, Residents residents, Handling handling, Matching matching, OrderAccess access) {
        this.orders = orders;
        this.residents = residents;
        this.handling = handling;
        this.matching = matching;
        this.access = access;
    }

    /** 三事分流, in packs that ask for it. */
    public void triage(TriageOrder command) {
        new Violations()
                .required(command.affair(), "affair")
                .required(command.severity(), "severity")
                .throwIfAny();
        Act act = handling.act(Words.note(command.note(), "note"));
        ServiceOrder order = handling.take(command.order(), OrderAction.TRIAGE);
        Triage result =
                new Triage(Objects.requireNonNull(command.affair()), Objects.requireNonNull(command.severity()));
        handling.done(order.triage(result, act));
    }

    /** The order as its brand sees it, nothing for the core's own; for dispatchers. */
    public Optional<OrderView> brandView(long orderId) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        access.requireDispatcher(order);
        return order.terms().brandId() == null ? Optional.empty() : matching.brandView(order);
    }

    /** The brand of an order that has one. */
    public BrandRef brandOf(long orderId) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        return new BrandRef(Objects.requireNonNull(order.terms().brandId()), order.communityId());
    }

    /**
     * The volunteers of the community with what speaks for and against them, the best first.
     *
     * @param who a part of the name or the beginning of the public number, blank for everybody
     * @param limit at most that many
     */
    public List<Ranked> candidates(long orderId, String who, int limit) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        access.requireDispatcher(order);
        return matching.candidates(order, who, limit);
    }

    /**
     * Asks volunteers or a team.
     *
     * @throws DomainException 400 when one of them may not be asked, 409 when the order waits for no dispatcher
     */
    public void offer(OfferOrder command) {
        new Violations()
                .check(
                        command.volunteerIds().isEmpty() != (command.teamId() == null),
                        "volunteerIds",
                        "orders.volunteers-or-team")
                .check(
                        command.volunteerIds().size() <= MAX_ADDRESSEES,
                        "volunteerIds",
                        "orders.too-many-addressees",
                        MAX_ADDRESSEES)
                .throwIfAny();
        Act act = handling.act(Words.note(command.note(), "note"));
        ServiceOrder order = handling.take(command.order(), OrderAction.OFFER);
        List<Dispatch> offers = command.teamId() == null
                ? toVolunteers(order, command.volunteerIds(), act)
                : List.of(toTeam(order, command.teamId(), act));
        OrderMoved moved = order.offer(act);
        offers.forEach(orders::add);
        handling.done(moved);
    }

    private List<Dispatch> toVolunteers(ServiceOrder order, List<Long> volunteerIds, Act act) {
        Set<Long> asked = new LinkedHashSet<>(volunteerIds);
        Map<Long, Ranked> known = matching.some(order, asked).stream()
                .collect(Collectors.toMap(r -> r.candidate().volunteerId(), Function.identity()));
        List<Dispatch> offers = new ArrayList<>();
        for (long volunteerId : asked) {
            Ranked ranked = known.get(volunteerId);
            if (ranked == null || !ranked.eligible()) {
                throw DomainException.invalidField(
                        "volunteerIds",
                        ranked == null ? "orders.not-a-volunteer-here" : "orders.not-eligible",
                        ranked == null
                                ? Long.toString(volunteerId)
                                : ranked.candidate().name());
            }
            offers.add(Dispatch.toVolunteer(order, volunteerId, ReasonsJson.write(ranked), act));
        }
        return offers;
    }

    private Dispatch toTeam(ServiceOrder order, long teamId, Act act) {
        boolean askable = residents.teamServes(teamId, order.communityId())
                && !residents.volunteersOf(teamId, order.communityId()).isEmpty();
        new Violations().check(askable, "teamId", "orders.team-not-here").throwIfAny();
        boolean asked = orders.openOffers(order.id()).stream().anyMatch(o -> Objects.equals(o.teamId(), teamId));
        if (asked) {
            throw DomainException.conflict("orders.asked-already");
        }
        return Dispatch.toTeam(order, teamId, act);
    }

    /**
     * Takes an open offer back; without another one the order is queued again.
     *
     * @param reason why; may be empty
     */
    public void withdraw(OrderRef ref, long dispatchId, @Nullable String reason) {
        Act act = handling.act(Words.note(reason, "reason"));
        ServiceOrder order = handling.take(ref, OrderAction.WITHDRAW);
        orders.offer(order.id(), dispatchId).withdraw(act.at());
        boolean others = orders.openOffers(order.id()).stream().anyMatch(o -> o.id() != dispatchId && o.isOpen());
        handling.done(order.offerEnded(OrderAction.WITHDRAW, others, act));
    }

    /** Issues a new check-in code, after too many wrong ones or when it was overheard. */
    public void renewCode(OrderRef ref) {
        ServiceOrder order = handling.take(ref);
        access.requireDispatcher(order);
        order.renewCode();
        orders.flush();
    }
}
