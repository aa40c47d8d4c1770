package org.linli.portal.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.audit.Actor;
import org.linli.portal.platform.problem.DomainException;

/**
 * Who is asking in this request, and what they may do. Desks ask it, so that pages and REST cannot differ.
 *
 * <p>What lies outside of the caller's part of the tree does not exist for them (404); what lies inside but needs
 * another role is forbidden (403).
 */
@RequestScoped
public class Caller implements Actor {
    private final OrgTree tree;
    private @Nullable Identity identity;

    @Inject
    public Caller(OrgTree tree) {
        this.tree = tree;
    }

    /** The authentication mechanism says who it is. */
    public void become(Identity who) {
        this.identity = who;
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return identity != null;
    }

    /**
     * The signed-in person.
     *
     * @throws DomainException 401 when nobody is
     */
    public Identity identity() {
        if (identity == null) {
            throw DomainException.unauthenticated();
        }
        return identity;
    }

    public long personId() {
        return identity().personId();
    }

    /** The community that the person belongs to. */
    public long communityId() {
        return identity().communityId();
    }

    @Override
    public long actorId() {
        return personId();
    }

    @Override
    public String actorName() {
        return identity().name();
    }

    /** Whether the role is held anywhere. */
    public boolean holdsAnywhere(Role role) {
        return identity().grants().stream().anyMatch(g -> g.role() == role);
    }

    /** Whether the role is held at the unit or above it. */
    public boolean holds(Role role, long unitId) {
        List<Identity.Held> held =
                identity().grants().stream().filter(g -> g.role() == role).toList();
        if (held.stream().anyMatch(g -> g.unitId() == unitId)) {
            return true;
        }
        return !held.isEmpty() && covers(held, tree.unit(unitId).path());
    }

    /** Whether the caller may know of things of that community: it is theirs, or they hold a staff role at or above. */
    public boolean sees(long communityId) {
        Identity who = identity();
        if (who.communityId() == communityId) {
            return true;
        }
        List<Identity.Held> staff =
                who.grants().stream().filter(g -> g.role().isStaff()).toList();
        return !staff.isEmpty()
                && tree.find(communityId).filter(c -> covers(staff, c.path())).isPresent();
    }

    /**
     * The community in which the caller works: their own when one of the roles holds there, else that of the unit at
     * which they were appointed. Empty without such a role, and for those appointed above communities elsewhere.
     */
    public Optional<Long> workplace(Set<Role> roles) {
        long own = communityId();
        if (roles.stream().anyMatch(role -> holds(role, own))) {
            return Optional.of(own);
        }
        return identity().grants().stream()
                .filter(held -> roles.contains(held.role()))
                .map(held -> tree.find(held.unitId()).map(OrgUnitView::communityId))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether one of the roles is held at the community, above it, or at a unit within it (a grid). */
    public boolean worksIn(Set<Role> roles, long communityId) {
        String path = tree.unit(communityId).path();
        return identity().grants().stream()
                .filter(held -> roles.contains(held.role()))
                .anyMatch(held ->
                        path.startsWith(held.unitPath()) || held.unitPath().startsWith(path));
    }

    /**
     * Refuses unless one of the roles is held at the community or above.
     *
     * @throws DomainException 404 out of scope, 403 without the role
     */
    public void require(Set<Role> roles, long communityId) {
        requireSees(communityId);
        if (roles.stream().noneMatch(role -> holds(role, communityId))) {
            throw DomainException.forbidden("people.role-needed");
        }
    }

    /**
     * As {@link #require(Set, long)} for what only communities have: a shop, a catalogue.
     *
     * @throws DomainException 404 out of scope or for a unit of another level, 403 without the role
     */
    public void requireAtCommunity(Set<Role> roles, long unitId) {
        require(roles, unitId);
        if (unitId != communityId() && tree.unit(unitId).level() != OrgLevel.COMMUNITY) {
            throw DomainException.notFound();
        }
    }

    /** As {@link #require(Set, long)} for one role. */
    public void require(Role role, long communityId) {
        require(Set.of(role), communityId);
    }

    /**
     * Refuses what lies outside of the caller's part of the tree.
     *
     * @throws DomainException 404
     */
    public void requireSees(long communityId) {
        if (!sees(communityId)) {
            throw DomainException.notFound();
        }
    }

    private static boolean covers(List<Identity.Held> held, String path) {
        return held.stream().anyMatch(g -> path.startsWith(g.unitPath()));
    }
}
