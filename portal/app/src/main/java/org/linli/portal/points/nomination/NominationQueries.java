package org.linli.portal.points.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads nominations: everybody of the community those of the community; objections only who decides or audits. */
@ApplicationScoped
public class NominationQueries {
    private static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private final Caller caller;
    private final Nominations nominations;

    @Inject
    public NominationQueries(Caller caller, Nominations nominations) {
        this.caller = caller;
        this.nominations = nominations;
    }

    /**
     * Nominations of a community, newest first; of one status when it is named.
     *
     * @param communityId null for the caller's own
     * @throws DomainException 404 out of scope
     */
    public Page<Nomination> list(@Nullable Long communityId, @Nullable NominationStatus status, Window window) {
        long community = communityId == null ? caller.communityId() : communityId;
        caller.identity();
        caller.requireSees(community);
        return nominations.list(community, status, window);
    }

    /**
     * One nomination.
     *
     * @throws DomainException 404 out of scope
     */
    public Nomination one(long id) {
        caller.identity();
        return nominations
                .find(id)
                .filter(nomination -> caller.sees(nomination.communityId()))
                .orElseThrow(DomainException::notFound);
    }

    /**
     * The objections to a nomination.
     *
     * @throws DomainException 404 out of scope, 403 for others than administrators and auditors
     */
    public List<Objection> objections(long id) {
        caller.require(READERS, one(id).communityId());
        return nominations.objections(id);
    }

    /** Whether the caller may read the objections to it. */
    public boolean readsObjections(Nomination nomination) {
        return READERS.stream().anyMatch(role -> caller.holds(role, nomination.communityId()));
    }

    /** What the caller may do with a nomination now, for the page. */
    public Set<NominationAction> open(Nomination nomination) {
        return new OpenActions(caller, nominations.hasVoted(nomination.id(), caller.personId())).of(nomination);
    }
}
