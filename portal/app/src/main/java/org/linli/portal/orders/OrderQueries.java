package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.DetailRows;
import org.linli.portal.orders.persistence.OrderRows;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads orders for whoever asks: each sees what concerns them, and of that only what they need to know. */
@ApplicationScoped
public class OrderQueries {
    private static final int BOARD_ROWS = 200;

    /** Looked through for one that can be ordered again. */
    private static final int REPEATABLE = 10;

    private static final Set<OrderStatus> SERVED = EnumSet.of(OrderStatus.CLOSED, OrderStatus.REVIEWED);

    /** To them the answers of volunteers are known, and who gave them. */
    private static final Set<Party> INSIDERS =
            EnumSet.of(Party.TRIAGER, Party.DISPATCHER, Party.ASSESSOR, Party.OBSERVER);

    private final Orders orders;
    private final OrderRows rows;
    private final DetailRows details;
    private final OrderAccess access;
    private final Oversight oversight;
    private final Caller caller;

    @Inject
    OrderQueries(
            Orders orders, OrderRows rows, DetailRows details, OrderAccess access, Oversight oversight, Caller caller) {
        this.orders = orders;
        this.rows = rows;
        this.details = details;
        this.access = access;
        this.oversight = oversight;
        this.caller = caller;
    }

    /** Orders that the caller needs or placed, newest first; an empty set of statuses means all. */
    public Page<OrderSummary> mine(Set<OrderStatus> statuses, Window window) {
        return Page.of(rows.ofPerson(caller.personId(), statuses, window), window, OrderSummary::id);
    }

    /** The caller's latest service that can be ordered again. */
    public Optional<OrderSummary> latestToRepeat() {
        Window some = new Window(Long.MAX_VALUE, REPEATABLE);
        return rows.ofPerson(caller.personId(), SERVED, some).stream()
                .filter(order -> orders.item(order.item().id()).isListed())
                .findFirst();
    }

    /** Orders of a community, newest first. */
    public Page<OrderSummary> queue(long communityId, QueueFilter filter, Window window) {
        return Page.of(
                known(communityId, filter, shown -> rows.ofCommunity(communityId, shown, window)),
                window,
                OrderSummary::id);
    }

    /** The dispatcher's board: what nobody answered in time first, then what is wanted soonest; at most 200 rows. */
    public List<OrderSummary> board(long communityId, QueueFilter filter) {
        return known(communityId, filter, shown -> rows.board(communityId, shown, BOARD_ROWS));
    }

    /** Whoever looks from above reads no names, and cannot find any out by searching for them. */
    private List<OrderSummary> known(
            long communityId, QueueFilter filter, Function<QueueFilter, List<OrderSummary>> read) {
        requireStaff(communityId);
        if (INSIDE.stream().anyMatch(role -> caller.holds(role, communityId)) || oversight.isWithin(communityId)) {
            return read.apply(filter);
        }
        QueueFilter shown = new QueueFilter(filter.statuses(), filter.escalatedOnly(), null);
        return read.apply(shown).stream().map(this::fromAbove).toList();
    }

    private OrderSummary fromAbove(OrderSummary row) {
        return row.escalated() && oversight.isParentOf(row.communityId()) ? row : FromAbove.row(row);
    }

    /** Orders of the caller's part of the tree that wait for them, newest first: a stage took too long. */
    public Page<OrderSummary> escalated(Window window) {
        List<OrderSummary> found = rows.escalated(oversight.paths(), window).stream()
                .map(this::fromAbove)
                .toList();
        return Page.of(found, window, OrderSummary::id);
    }

    /** How many those are. */
    public long countEscalated() {
        return rows.countEscalated(oversight.paths());
    }

    /** How many orders of a community have each status; a status without orders is missing. */
    public Map<OrderStatus, Long> counts(long communityId) {
        requireStaff(communityId);
        return details.counts(communityId);
    }

    private static final Set<Role> INSIDE = EnumSet.of(Role.DISPATCHER, Role.COMMUNITY_ADMIN, Role.ASSESSOR);

    private void requireStaff(long communityId) {
        caller.require(
                EnumSet.of(Role.DISPATCHER, Role.COMMUNITY_ADMIN, Role.SUPERVISOR, Role.ASSESSOR, Role.AUDITOR),
                communityId);
    }

    /** Offers that the caller may still accept, those that expire soonest first. */
    public List<TaskView> offers() {
        return rows.offersTo(caller.personId()).stream()
                .map(task -> new TaskView(
                        task.order().withoutName(), task.dispatchId(), task.teamName(), task.expiresAt(), null, null))
                .toList();
    }

    /**
     * What the caller has accepted, newest first.
     *
     * @param live still to be done, else done
     */
    public Page<TaskView> assignments(boolean live, Window window) {
        return Page.of(rows.assignmentsOf(caller.personId(), live, window), window, task -> task.order()
                .id());
    }

    /**
     * One order with all that the caller may know of it.
     *
     * @throws DomainException 404 when it does not concern the caller
     */
    public OrderDetail detail(long orderId) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        Set<Party> parties = access.parties(order);
        boolean outsider = !access.seesInside(order, parties);
        OrderSummary row = rows.find(orderId).orElseThrow(DomainException::notFound);
        OrderDetail detail = new OrderDetail(
                outsider ? row.withoutName() : row,
                parties,
                access.open(order, parties),
                outsider && !isOnlyAsked(parties) ? "" : order.request().description(),
                outsider ? null : order.request().address(),
                order.request().placerId() == order.request().principalId() || outsider
                        ? null
                        : details.name(order.request().placerId()),
                outsider ? null : order.request().consentNote(),
                order.triage() == null ? null : order.triage().affair(),
                order.triage() == null ? null : order.triage().severity(),
                isResident(parties) ? order.code().digits() : null,
                order.flow().needsCode(),
                order.terms().claimLimit(),
                offers(orderId, parties),
                row.volunteerName() == null ? null : service(orderId, outsider),
                outsider && !isOnlyAsked(parties) ? List.of() : details.photos(orderId));
        return FromAbove.only(parties) ? FromAbove.detail(detail) : detail;
    }

    private static boolean isResident(Set<Party> parties) {
        return parties.contains(Party.PRINCIPAL) || parties.contains(Party.PLACER);
    }

    /** Whoever is asked must know what for; whoever looks on from outside a confidential order need not. */
    private static boolean isOnlyAsked(Set<Party> parties) {
        return parties.contains(Party.ADDRESSEE) || parties.contains(Party.FORMER);
    }

    /** What one volunteer wrote and what was said of it is none of the business of others who were asked. */
    private @Nullable ServiceView service(long orderId, boolean outsider) {
        long me = caller.personId();
        return details.service(orderId)
                .filter(service -> !outsider || service.volunteerId() == me)
                .orElse(null);
    }

    private List<OfferView> offers(long orderId, Set<Party> parties) {
        List<OfferView> all = details.offers(orderId, ReasonsJson::read);
        if (parties.stream().anyMatch(INSIDERS::contains)) {
            return all;
        }
        long me = caller.personId();
        List<Long> teams = parties.contains(Party.ADDRESSEE) ? details.teamsOf(me) : List.of();
        return all.stream()
                .filter(offer ->
                        offer.volunteerId() == null ? teams.contains(offer.teamId()) : offer.volunteerId() == me)
                .toList();
    }

    /**
     * The timeline, oldest first. Who declined and why is known to the dispatcher and not to the resident; those who
     * were only asked learn what happened, but of nobody else's name and words.
     *
     * @throws DomainException 404 when the order does not concern the caller
     */
    public List<TimelineLine> timeline(long orderId) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        Set<Party> parties = access.parties(order);
        List<TimelineLine> lines = details.timeline(orderId);
        if (parties.stream().anyMatch(INSIDERS::contains)) {
            return lines;
        }
        if (FromAbove.only(parties)) {
            return lines.stream().map(FromAbove::line).toList();
        }
        boolean outsider = !access.seesInside(order, parties);
        Long me = caller.personId();
        return lines.stream()
                .map(line -> (outsider || line.action() == OrderAction.DECLINE) && !me.equals(line.actorId())
                        ? discreet(line)
                        : line)
                .toList();
    }

    private static TimelineLine discreet(TimelineLine line) {
        return new TimelineLine(line.id(), line.at(), null, null, line.action(), line.from(), line.to(), "");
    }

    /**
     * The bytes of a photo, JPEG.
     *
     * @throws DomainException 404 when it is none of an order that concerns the caller
     */
    public byte[] photo(long orderId, long photoId) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        if (FromAbove.only(access.parties(order))) {
            throw DomainException.notFound();
        }
        return orders.photo(orderId, photoId).content();
    }

    /** The six digits that the caller shows to the volunteer, null when there is nothing to show now. */
    public @Nullable String checkInCode(long orderId) {
        ServiceOrder order = orders.find(orderId).orElseThrow(DomainException::notFound);
        Set<Party> parties = access.parties(order);
        return isResident(parties) ? order.code().digits() : null;
    }
}
