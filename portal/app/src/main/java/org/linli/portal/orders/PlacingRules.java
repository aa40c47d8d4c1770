package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.orders.domain.FlowPack;
import org.linli.portal.orders.domain.Placing;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.domain.Stage;
import org.linli.portal.orders.persistence.OrderNumbers;
import org.linli.portal.orders.persistence.Residents;
import org.linli.portal.orders.persistence.Residents.Resident;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** Who may place what for whom, and what an order must say. */
@ApplicationScoped
class PlacingRules {
    private static final Duration PLANNED_AHEAD = Duration.ofDays(60);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(14);

    /** Who may place for anybody of the community, and who only for those of their own unit. */
    private static final Set<Role> FOR_ALL = EnumSet.of(Role.DISPATCHER, Role.COMMUNITY_ADMIN);

    private static final Set<Role> FOR_OWN_UNIT = EnumSet.of(Role.GRID_WORKER, Role.BUTLER);

    private final Residents residents;
    private final OrgTree tree;
    private final OrderNumbers numbers;
    private final Caller caller;
    private final int openLimit;

    @Inject
    PlacingRules(
            Residents residents,
            OrgTree tree,
            OrderNumbers numbers,
            Caller caller,
            @ConfigProperty(name = "linli.orders.open-limit", defaultValue = "20") int openLimit) {
        this.residents = residents;
        this.tree = tree;
        this.numbers = numbers;
        this.caller = caller;
        this.openLimit = openLimit;
    }

    long callerId() {
        return caller.personId();
    }

    /** Who needs the service. */
    Resident principal(PlaceOrder command) {
        long id = command.principalId() == null ? caller.personId() : command.principalId();
        Resident principal = residents.find(id).orElseThrow(DomainException::notFound);
        caller.requireSees(principal.communityId());
        return principal;
    }

    /**
     * Checks all of it.
     *
     * @throws DomainException 403 when not for that resident, 400 with all fields at fault, 409 when too many are open
     */
    Placing check(PlaceOrder command, Resident principal, @Nullable ServiceItem item, FlowPack pack, Instant now) {
        Set<Role> places = pack.stages().by(Stage.PLACE);
        requireRight(principal, places);
        boolean forAnother = principal.id() != caller.personId();
        boolean asFamily = forAnother && !mayHelp(principal.communityId(), principal.homeUnitId(), places);
        String address = command.address() == null && !asFamily ? principal.address() : command.address();
        Instant from = command.wantedFrom() == null ? now : command.wantedFrom();
        Violations violations = new Violations()
                .required(command.itemId(), "itemId")
                .text(command.description(), "description", 500)
                .text(command.consentNote(), "consentNote", 300)
                .check(!forAnother || !isBlank(command.consentNote()), "consentNote", "orders.consent-needed");
        if (asFamily && isBlank(address)) {
            violations.check(false, "address", "orders.family-gives-address");
        } else {
            violations.requiredText(address, "address", 200);
        }
        if (command.itemId() != null) {
            boolean listed = item != null && item.communityId() == principal.communityId() && item.isListed();
            violations.check(listed, "itemId", "orders.item-not-listed");
        }
        long unitId = command.unitId() == null ? principal.homeUnitId() : command.unitId();
        violations.check(
                unitId == principal.homeUnitId() || isWithin(unitId, principal.communityId()),
                "unitId",
                "orders.unit-not-in-community");
        checkWindow(violations, from, command.wantedTo(), now);
        violations.throwIfAny();
        requireRoom(principal);
        return new Placing(
                command.orderId() == null ? Ids.next() : command.orderId(),
                numbers.next(principal.communityId(), now),
                unitId,
                principal.id(),
                caller.personId(),
                forAnother ? Words.orEmpty(command.consentNote()) : null,
                Words.orEmpty(command.description()),
                Words.orEmpty(address),
                from,
                command.wantedTo() == null ? from : command.wantedTo());
    }

    /** A queue filled by one resident would hide the needs of all others. */
    private void requireRoom(Resident principal) {
        if (openLimit > 0 && residents.hasOpenOrders(principal.id(), openLimit)) {
            throw DomainException.conflict("orders.too-many-open", openLimit);
        }
    }

    private static void checkWindow(Violations violations, Instant from, @Nullable Instant to, Instant now) {
        violations.required(to, "wantedTo");
        violations.check(!from.isAfter(now.plus(PLANNED_AHEAD)), "wantedFrom", "orders.window-far", 60);
        if (to != null) {
            violations
                    .check(to.isAfter(from), "wantedTo", "orders.window-order")
                    .check(to.isAfter(now), "wantedTo", "orders.window-past")
                    .check(!to.isAfter(from.plus(LONGEST_WINDOW)), "wantedTo", "orders.window-long", 14);
        }
    }

    private void requireRight(Resident principal, Set<Role> places) {
        if (principal.id() == caller.personId()) {
            if (places.stream().noneMatch(caller::holdsAnywhere)) {
                throw DomainException.forbidden("people.role-needed");
            }
        } else if (!mayHelp(principal.communityId(), principal.homeUnitId(), places) && !isFamily(principal)) {
            throw DomainException.forbidden("orders.not-your-resident");
        }
    }

    /** Whether the caller, by office, places orders for those who live there. */
    boolean mayHelp(long communityId, long homeUnitId, Set<Role> places) {
        return places.stream()
                .anyMatch(role -> (FOR_ALL.contains(role) && caller.holds(role, communityId))
                        || (FOR_OWN_UNIT.contains(role) && caller.holds(role, homeUnitId)));
    }

    /**
     * Those of one household group may help each other with consent; a whole building is too many to know of all. Where
     * one lives is what one says, so this opens nothing of the other's profile.
     */
    private boolean isFamily(Resident principal) {
        return residents
                .find(caller.personId())
                .filter(me -> me.homeUnitId() == principal.homeUnitId())
                .flatMap(me -> tree.find(me.homeUnitId()))
                .filter(home -> home.level() == OrgLevel.HOUSEHOLD_GROUP)
                .isPresent();
    }

    private boolean isWithin(long unitId, long communityId) {
        return tree.find(unitId)
                .map(OrgUnitView::communityId)
                .filter(id -> id == communityId)
                .isPresent();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
