package org.linli.portal.orders;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CatalogueItem.Named;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.persistence.CatalogueRows;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.problem.Violations;

/** The community's administrators keep its catalogue. */
@Desk
public class CatalogueDesk {
    private final Orders orders;
    private final CatalogueRows rows;
    private final Caller caller;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public CatalogueDesk(Orders orders, CatalogueRows rows, Caller caller, AuditLog audit, Clock clock) {
        this.orders = orders;
        this.rows = rows;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds an item to the catalogue of a community and gives its id. */
    public long create(long communityId, SaveItem command) {
        caller.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), communityId);
        ServiceItem item = new ServiceItem(communityId, content(communityId, null, command), clock.instant());
        orders.add(item);
        record("orders.item-create", item);
        return item.id();
    }

    /**
     * Changes an item; orders placed already keep their minutes and rate.
     *
     * @param seenVersion the version that the caller saw
     */
    public void update(long itemId, long seenVersion, SaveItem command) {
        ServiceItem item = own(itemId, seenVersion);
        item.change(content(item.communityId(), itemId, command));
        if (command.active() != null) {
            turn(item, command.active());
        }
        orders.flush();
        record("orders.item-update", item);
    }

    /** Takes an item out of the catalogue, or puts it back. */
    public void setActive(long itemId, long seenVersion, boolean active) {
        ServiceItem item = own(itemId, seenVersion);
        turn(item, active);
        orders.flush();
        record(active ? "orders.item-offer" : "orders.item-retire", item);
    }

    private static void turn(ServiceItem item, boolean active) {
        if (active) {
            item.offerAgain();
        } else {
            item.retire();
        }
    }

    private ServiceItem own(long itemId, long seenVersion) {
        ServiceItem item = orders.item(itemId);
        caller.require(Role.COMMUNITY_ADMIN, item.communityId());
        if (item.brandId() != null) {
            throw DomainException.conflict("orders.item-of-brand", item.brandId());
        }
        if (item.version() != seenVersion) {
            throw DomainException.of(Kind.CHANGED, "platform.changed-meanwhile");
        }
        return item;
    }

    private void record(String action, ServiceItem item) {
        audit.record(action, item.communityId(), new AuditLog.Subject("service_item", item.id()), item.name());
    }

    private ItemContent content(long communityId, @Nullable Long itemId, SaveItem command) {
        Set<String> skills = new HashSet<>(command.skills() == null ? List.of() : command.skills());
        String name = Words.orEmpty(command.name());
        new Violations()
                .required(command.categoryCode(), "categoryCode")
                .check(
                        command.categoryCode() == null
                                || codes(rows.categories()).contains(command.categoryCode()),
                        "categoryCode",
                        "orders.unknown-category")
                .requiredLine(command.name(), "name", 80)
                .text(command.nameEn(), "nameEn", 120)
                .text(command.description(), "description", 500)
                .required(command.expectedMinutes(), "expectedMinutes")
                .range(command.expectedMinutes(), "expectedMinutes", 5, 720)
                .required(command.pointsRate(), "pointsRate")
                .range(command.pointsRate(), "pointsRate", 0, 100_000)
                .text(command.riskNote(), "riskNote", 300)
                .check(codes(rows.skills()).containsAll(skills), "skills", "orders.unknown-skill")
                .check(isFree(communityId, itemId, name), "name", "orders.item-name-taken")
                .throwIfAny();
        return new ItemContent(
                Objects.requireNonNull(command.categoryCode()),
                name,
                Words.orEmpty(command.nameEn()),
                Words.orEmpty(command.description()),
                Objects.requireNonNull(command.expectedMinutes()),
                Objects.requireNonNull(command.pointsRate()),
                Words.orEmpty(command.riskNote()),
                skills);
    }

    private boolean isFree(long communityId, @Nullable Long itemId, String name) {
        return rows.items(communityId, true).stream()
                .noneMatch(item -> item.name().equals(name) && !Objects.equals(item.id(), itemId));
    }

    private static Set<String> codes(List<Named> named) {
        return named.stream().map(Named::code).collect(Collectors.toSet());
    }
}
