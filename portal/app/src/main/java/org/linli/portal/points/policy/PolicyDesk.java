package org.linli.portal.points.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.expiry.ExpiryTerms;

/** Decides a community's policy. Members are told; new terms of expiry take hold after the longer of both notices. */
@Desk
public class PolicyDesk {
    private static final Set<Role> DECIDERS = Set.of(Role.COMMUNITY_ADMIN);

    private final Caller caller;
    private final Policies policies;
    private final TellOfPolicy tell;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public PolicyDesk(Caller caller, Policies policies, TellOfPolicy tell, AuditLog audit, Clock clock) {
        this.caller = caller;
        this.policies = policies;
        this.tell = tell;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What holds in a community.
     *
     * @throws DomainException 404 for a community that the caller knows nothing of
     */
    public PointsPolicy policy(long communityId) {
        caller.identity();
        caller.requireSees(communityId);
        return policies.of(communityId);
    }

    /** Whether the caller decides for that community. */
    public boolean decides(long communityId) {
        return caller.sees(communityId) && caller.holds(Role.COMMUNITY_ADMIN, communityId);
    }

    /**
     * Decides anew.
     *
     * @param seenVersion version that the caller saw, 0 when nothing was decided before
     * @throws DomainException 404 out of scope, 403 for others than administrators, 412 when somebody was faster
     */
    public PointsPolicy change(long communityId, long seenVersion, PolicyCommand command) {
        caller.identity();
        caller.requireAtCommunity(DECIDERS, communityId);
        command.check();
        PointsPolicy present = policies.of(communityId);
        EntityTags.requireSame(seenVersion, present.version());
        PointsPolicy decided = command.applied(present, LocalDate.ofInstant(clock.instant(), Clocks.ZONE));
        if (!policies.save(decided, caller.personId())) {
            throw DomainException.of(DomainException.Kind.CHANGED, "platform.changed-meanwhile");
        }
        boolean otherTerms = !decided.expiry().sameAs(present.expiry());
        if (otherTerms) {
            policies.forgetAnnouncements(communityId);
        }
        tell.of(decided, otherTerms);
        audit.record(
                "points.policy",
                communityId,
                new AuditLog.Subject("points-policy", communityId),
                words(present) + " -> " + words(decided));
        return decided;
    }

    private static String words(PointsPolicy policy) {
        ExpiryTerms expiry = policy.expiry();
        return "expiry %s %d notice %d, donations %s, pool %s alone %s, panel %d, announce %d"
                .formatted(
                        expiry.kind(),
                        expiry.months(),
                        expiry.noticeDays(),
                        policy.gifts().donations(),
                        policy.gifts().pool(),
                        Points.format(policy.gifts().aloneUpTo()),
                        policy.panel().size(),
                        policy.panel().announceDays());
    }
}
