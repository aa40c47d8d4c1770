package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.community.OrgTree;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;

/** From where the caller looks at a community: from within, from the unit that its orders are escalated to, or from above. */
@ApplicationScoped
class Oversight {
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.SUPERVISOR, Role.AUDITOR);

    private final Caller caller;
    private final OrgTree tree;

    @Inject
    Oversight(Caller caller, OrgTree tree) {
        this.caller = caller;
        this.tree = tree;
    }

    /** Whether they supervise or audit that very community. */
    boolean isWithin(long communityId) {
        return caller.identity().grants().stream()
                .anyMatch(held -> OVERSEERS.contains(held.role()) && held.unitId() == communityId);
    }

    /** Whether they supervise the unit to which the community's orders are escalated. */
    boolean isParentOf(long communityId) {
        List<Identity.Held> held = supervised();
        return !held.isEmpty()
                && tree.find(communityId)
                        .filter(community -> held.stream()
                                .anyMatch(g -> Long.valueOf(g.unitId()).equals(community.parentId())))
                        .isPresent();
    }

    /** Paths of the units that they supervise. */
    List<String> paths() {
        return supervised().stream().map(Identity.Held::unitPath).distinct().toList();
    }

    private List<Identity.Held> supervised() {
        return caller.identity().grants().stream()
                .filter(held -> held.role() == Role.SUPERVISOR)
                .toList();
    }
}
