package org.linli.portal.points.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.points.check.CheckQueries;

/** Points belong to communities: who reads those of several chooses one. */
@Named("awardsPlaces")
@RequestScoped
public class AwardsPlaces {
    static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private final Caller caller;
    private final OrgTree tree;
    private @Nullable List<OrgUnitView> all;
    private @Nullable List<OrgUnitView> held;

    @Inject
    public AwardsPlaces(Caller caller, OrgTree tree) {
        this.caller = caller;
        this.tree = tree;
    }

    /** The communities whose awards the caller may read. */
    public List<OrgUnitView> getAll() {
        if (all == null) {
            all = of(READERS);
        }
        return all;
    }

    /** The communities whose held postings the caller may read. */
    public List<OrgUnitView> getHeld() {
        if (held == null) {
            held = of(CheckQueries.READERS);
        }
        return held;
    }

    private List<OrgUnitView> of(Set<Role> readers) {
        return caller.identity().grants().stream()
                .filter(grant -> readers.contains(grant.role()))
                .map(Identity.Held::unitPath)
                .distinct()
                .flatMap(path -> tree.below(path, OrgLevel.COMMUNITY).stream())
                .distinct()
                .toList();
    }
}
