package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.orders.CatalogueItem.Named;
import org.linli.portal.orders.persistence.CatalogueRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** 准入清单: reads what may be ordered. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueRows rows;
    private final Caller caller;

    @Inject
    public Catalogue(CatalogueRows rows, Caller caller) {
        this.rows = rows;
        this.caller = caller;
    }

    /** All categories in their order. */
    public List<Named> categories() {
        return rows.categories();
    }

    /** All skills in their order. */
    public List<Named> skills() {
        return rows.skills();
    }

    /** What can be ordered in a community that the caller may see, by category and name. */
    public List<CatalogueItem> items(long communityId) {
        caller.requireSees(communityId);
        return rows.items(communityId, false);
    }

    /** As {@link #items}, also what was retired; for the community's administrators. */
    public List<CatalogueItem> allItems(long communityId) {
        caller.require(Role.COMMUNITY_ADMIN, communityId);
        return rows.items(communityId, true);
    }

    /**
     * One item, also a retired one.
     *
     * @throws DomainException 404 when it is of a community that the caller may not see
     */
    public CatalogueItem item(long itemId) {
        CatalogueItem item = rows.item(itemId).orElseThrow(DomainException::notFound);
        caller.requireSees(item.communityId());
        return item;
    }
}
