package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads what was held: volunteers their own, those who decide or audit what is in their part of the tree. */
@ApplicationScoped
public class CheckQueries {
    /** Who reads what was held in a community. */
    public static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.SUPERVISOR, Role.AUDITOR);

    private final Caller caller;
    private final HeldRows rows;
    private final ThresholdRows thresholds;

    @Inject
    CheckQueries(Caller caller, HeldRows rows, ThresholdRows thresholds) {
        this.caller = caller;
        this.rows = rows;
        this.thresholds = thresholds;
    }

    /** The caller's own, newest first. */
    public Page<HeldPosting> mine(Window window) {
        return rows.ofPerson(caller.personId(), window);
    }

    /**
     * Those of a community, newest first.
     *
     * @param waiting only those that wait for a decision
     * @throws DomainException 404, 403
     */
    public Page<HeldPosting> of(long communityId, boolean waiting, Window window) {
        caller.require(READERS, communityId);
        return rows.of(communityId, waiting, window);
    }

    /**
     * One: the caller's own, or of a community that they read.
     *
     * @throws DomainException 404
     */
    public HeldPosting one(long id) {
        long me = caller.personId();
        return rows.find(id)
                .filter(held -> held.personId() == me || reads(held.communityId()))
                .orElseThrow(DomainException::notFound);
    }

    /** How many of a community wait for a decision; 0 for who does not decide there. */
    public long waiting(long communityId) {
        return caller.holds(Role.COMMUNITY_ADMIN, communityId) ? rows.waiting(communityId) : 0;
    }

    /** Whether the caller may decide on it. */
    public boolean mayDecide(HeldPosting held) {
        return held.status().isWaiting() && hasSay(held) && held.mayBeDecidedBy(caller.personId());
    }

    /** Whether the caller has the role that decides on it as it stands now. */
    public boolean hasSay(HeldPosting held) {
        Set<Role> roles = held.status() == HeldStatus.APPEALED ? CheckDesk.DECIDERS : CheckDesk.ADMINISTRATORS;
        return roles.stream().anyMatch(role -> caller.holds(role, held.communityId()));
    }

    /** Whether the caller sets the thresholds there. */
    public boolean maySet(long communityId) {
        return caller.holds(Role.COMMUNITY_ADMIN, communityId);
    }

    /**
     * The thresholds of a community.
     *
     * @throws DomainException 404, 403
     */
    public Thresholds thresholds(long communityId) {
        caller.require(READERS, communityId);
        return thresholds.of(communityId);
    }

    private boolean reads(long communityId) {
        return caller.sees(communityId) && READERS.stream().anyMatch(role -> caller.holds(role, communityId));
    }
}
