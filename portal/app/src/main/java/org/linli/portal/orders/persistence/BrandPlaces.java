package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.orders.persistence.Residents.Resident;
import org.linli.portal.platform.problem.DomainException;

/** What an order of a brand is placed with: item, people and units of its community, number and time. */
@ApplicationScoped
public class BrandPlaces {
    private final BrandItems items;
    private final Residents residents;
    private final OrgTree tree;
    private final OrderNumbers numbers;
    private final Clock clock;

    @Inject
    public BrandPlaces(BrandItems items, Residents residents, OrgTree tree, OrderNumbers numbers, Clock clock) {
        this.items = items;
        this.residents = residents;
        this.tree = tree;
        this.numbers = numbers;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The item of a type, if the community has it on. */
    public Optional<ServiceItem> item(BrandRef brand, String type) {
        return items.find(brand, type).filter(ServiceItem::isActive);
    }

    /**
     * Somebody of that community.
     *
     * @throws DomainException 400 for anybody else
     */
    public Resident resident(long communityId, long personId, String field) {
        return residents
                .find(personId)
                .filter(person -> person.communityId() == communityId)
                .orElseThrow(() -> DomainException.invalidField(field, "orders.person-not-here"));
    }

    public boolean isWithin(long unitId, long communityId) {
        return tree.find(unitId)
                .map(OrgUnitView::communityId)
                .filter(id -> id == communityId)
                .isPresent();
    }

    public String unitName(long unitId) {
        return tree.unit(unitId).name();
    }

    public String number(long communityId) {
        return numbers.next(communityId, clock.instant());
    }
}
