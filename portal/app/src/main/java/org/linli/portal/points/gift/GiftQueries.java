package org.linli.portal.points.gift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.PointsPolicy;
import org.linli.portal.points.policy.Policies;

/** Reads gifts: donors their own, administrators and auditors the list of persons in need and the grants. */
@ApplicationScoped
public class GiftQueries {
    private static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private final Caller caller;
    private final Policies policies;
    private final Gifts gifts;
    private final Clock clock;

    @Inject
    public GiftQueries(Caller caller, Policies policies, Gifts gifts, Clock clock) {
        this.caller = caller;
        this.policies = policies;
        this.gifts = gifts;
        this.clock = clock;
    }

    /** The day that counts, in Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }

    /** What the caller may give in their community. */
    public PointsPolicy.Gifts allowed() {
        return policies.of(caller.communityId()).gifts();
    }

    /** Somebody who may be given something: no more than the name is told. */
    public record Recipient(long personId, String name) {}

    /** Whom the caller may give points; nobody where the community does not allow it. */
    public List<Recipient> recipients() {
        if (!allowed().donations()) {
            return List.of();
        }
        return gifts.inNeed(caller.communityId(), today()).stream()
                .filter(need -> need.personId() != caller.personId())
                .map(need -> new Recipient(need.personId(), need.name()))
                .toList();
    }

    /**
     * One gift of the caller's.
     *
     * @throws DomainException 404 for gifts of others
     */
    public Donation donation(long id) {
        long person = caller.personId();
        return gifts.donation(id)
                .filter(donation -> donation.donorId() == person)
                .orElseThrow(DomainException::notFound);
    }

    /** The caller's gifts, newest first. */
    public Page<Donation> donations(Window window) {
        return gifts.donationsOf(caller.personId(), window);
    }

    /**
     * The list of persons in need with its reasons, newest first.
     *
     * @throws DomainException 404 out of scope, 403 for others than administrators and auditors
     */
    public Page<InNeed> needs(long communityId, Window window) {
        caller.requireAtCommunity(READERS, communityId);
        return gifts.needs(communityId, window);
    }

    /**
     * Grants from the pool, newest first.
     *
     * @throws DomainException 404 out of scope, 403 for others than administrators and auditors
     */
    public Page<PoolGrant> grants(long communityId, Window window) {
        caller.requireAtCommunity(READERS, communityId);
        return gifts.grants(communityId, window);
    }

    /**
     * What the pool holds, hundredths of a point.
     *
     * @throws DomainException 404 out of scope
     */
    public long pool(long communityId) {
        caller.identity();
        caller.requireSees(communityId);
        return gifts.pool(communityId);
    }
}
