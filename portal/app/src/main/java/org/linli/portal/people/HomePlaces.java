package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnits;

/** Where people may live. */
@ApplicationScoped
class HomePlaces {
    private final OrgTree tree;
    private final OrgUnits units;

    @Inject
    HomePlaces(OrgTree tree, OrgUnits units) {
        this.tree = tree;
        this.units = units;
    }

    OrgTree tree() {
        return tree;
    }

    OrgUnits units() {
        return units;
    }
}
