package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.dispatch.Candidates;
import org.linli.portal.dispatch.Need;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.orders.domain.ServiceOrder;
import org.linli.portal.orders.persistence.Orders;

/** Asks dispatch for the candidates of an order. */
@ApplicationScoped
class Matching {
    private final Orders orders;
    private final OrgTree tree;
    private final Candidates candidates;
    private final BrandOrderViews views;

    @Inject
    Matching(Orders orders, OrgTree tree, Candidates candidates, BrandOrderViews views) {
        this.views = views;
        this.orders = orders;
        this.tree = tree;
        this.candidates = candidates;
    }

    /**
     * The best candidates first, at most that many; who placed the order for somebody else is none of them.
     *
     * @param who see {@link org.linli.portal.dispatch.Candidate#isCalled}
     */
    List<Ranked> candidates(ServiceOrder order, String who, int limit) {
        return candidates.best(need(order), Integer.MAX_VALUE).stream()
                .filter(ranked ->
                        ranked.candidate().volunteerId() != order.request().placerId())
                .filter(ranked -> ranked.candidate().isCalled(who))
                .limit(limit)
                .toList();
    }

    /** Those of them who are to be asked; who placed the order for somebody else is none of them. */
    List<Ranked> some(ServiceOrder order, Set<Long> volunteerIds) {
        return candidates.some(need(order), volunteerIds).stream()
                .filter(ranked ->
                        ranked.candidate().volunteerId() != order.request().placerId())
                .toList();
    }

    /** The order as its brand sees it. */
    Optional<OrderView> brandView(ServiceOrder order) {
        return views.find(
                new BrandRef(Objects.requireNonNull(order.terms().brandId()), order.communityId()), order.id());
    }

    private Need need(ServiceOrder order) {
        OrgUnitView place = tree.unit(order.request().unitId());
        return new Need(
                order.id(),
                order.communityId(),
                order.request().principalId(),
                place.path(),
                position(place).orElse(null),
                orders.item(order.terms().itemId()).content().skills(),
                order.request().wantedFrom(),
                order.request().wantedTo());
    }

    /** Of the place itself or of the nearest unit above that has one. */
    private Optional<OrgUnitView.Position> position(OrgUnitView place) {
        OrgUnitView unit = place;
        while (unit.position() == null && unit.parentId() != null) {
            unit = tree.unit(unit.parentId());
        }
        return Optional.ofNullable(unit.position());
    }
}
