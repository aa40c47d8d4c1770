package org.linli.portal.points.gift;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.ledger.AccountKind;
import org.linli.portal.ledger.AccountRef;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.Posting;
import org.linli.portal.ledger.Posting.Fact;
import org.linli.portal.ledger.Posting.Transfer;
import org.linli.portal.ledger.Reason;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.policy.Policies;

/**
 * Grants points of the pool to persons in need. What one person gets in 30 days above the policy's bound, a second
 * administrator has agreed to.
 */
@Desk
public class PoolDesk {
    /** Code points of a reason. */
    public static final int MAX_REASON = 200;

    private static final Set<Role> GRANTERS = Set.of(Role.COMMUNITY_ADMIN);

    /** So long a grant without a second administrator counts towards the bound. */
    private static final Duration COUNTED = Duration.ofDays(30);

    private final Caller caller;
    private final Policies policies;
    private final Gifts gifts;
    private final Ledger ledger;
    private final GiftNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public PoolDesk(
            Caller caller,
            Policies policies,
            Gifts gifts,
            Ledger ledger,
            GiftNotices notices,
            AuditLog audit,
            Clock clock) {
        this.caller = caller;
        this.policies = policies;
        this.gifts = gifts;
        this.ledger = ledger;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A grant to be made.
     *
     * @param grantId identifies it; the same again grants nothing more
     * @param needId entry of the list of persons in need
     * @param points how many, more than none
     * @param reason what for, read by the person too, at most 200 characters
     */
    public record GrantCommand(
            long grantId,
            @Nullable Long needId,
            @Nullable Points points,
            @Nullable String reason) {
        void check() {
            new Violations()
                    .required(needId, "needId")
                    .required(points, "points")
                    .check(points == null || points.compareTo(Points.ZERO) > 0, "points", "points.more-than-none")
                    .requiredText(reason, "reason", MAX_REASON)
                    .throwIfAny();
        }
    }

    /**
     * Grants points of the community's pool, or asks a second administrator when it is much together with what the person
     * got without one in the last 30 days.
     *
     * @throws DomainException 404 out of scope, 403 without the role or for oneself, 409 points.not-in-need or
     *     points.pool-too-small
     */
    public PoolGrant grant(long community, GrantCommand command) {
        caller.identity();
        caller.requireAtCommunity(GRANTERS, community);
        command.check();
        InNeed need = gifts.need(Objects.requireNonNull(command.needId()))
                .filter(found -> found.communityId() == community)
                .orElseThrow(DomainException::notFound);
        requireOther(need.personId());
        Optional<PoolGrant> before = gifts.grant(command.grantId());
        if (before.isPresent()) {
            return before.get();
        }
        requireStanding(community, need.personId());
        long amount = Objects.requireNonNull(command.points()).hundredths();
        PoolGrant grant = new PoolGrant(
                command.grantId(),
                community,
                need.personId(),
                amount,
                Objects.requireNonNull(command.reason()).strip(),
                PoolGrant.Status.ASKED,
                caller.personId(),
                clock.instant(),
                null,
                null);
        gifts.keep(grant);
        if (!payAlone(grant, policies.of(community).gifts().aloneUpTo())) {
            record("points.pool-ask", grant);
        }
        return gifts.grant(grant.id()).orElseThrow();
    }

    /** Pays unless a second administrator is needed. Who draws at the same time waits, and then counts this one too. */
    private boolean payAlone(PoolGrant grant, long bound) {
        if (exceeds(grant, bound)) {
            return false;
        }
        draw(grant);
        if (exceeds(grant, bound)) { // somebody granted in between
            gifts.fillPool(grant.communityId(), grant.amount());
            return false;
        }
        decide(grant);
        post(grant);
        return true;
    }

    private boolean exceeds(PoolGrant grant, long bound) {
        long before = gifts.grantedAlone(grant.personId(), clock.instant().minus(COUNTED));
        return before + grant.amount() > bound;
    }

    /**
     * The second administrator agrees.
     *
     * @throws DomainException 404 out of scope, 403 without the role, for oneself or for who asked, 409 points.grant-decided,
     *     points.not-in-need or points.pool-too-small
     */
    public PoolGrant approve(long community, long grantId) {
        PoolGrant grant = administered(community, grantId);
        if (grant.askedBy() == caller.personId()) {
            throw DomainException.forbidden("points.second-person");
        }
        requireStanding(grant.communityId(), grant.personId());
        decide(grant);
        draw(grant);
        post(grant);
        return gifts.grant(grantId).orElseThrow();
    }

    /**
     * The grant is not made; who asked may take it back, too.
     *
     * @throws DomainException 404 out of scope, 403 without the role or for oneself, 409 points.grant-decided
     */
    public PoolGrant refuse(long community, long grantId) {
        PoolGrant grant = administered(community, grantId);
        if (!gifts.decide(grantId, PoolGrant.Status.REFUSED, caller.personId())) {
            throw DomainException.conflict("points.grant-decided");
        }
        record("points.pool-refuse", grant);
        return gifts.grant(grantId).orElseThrow();
    }

    private PoolGrant administered(long community, long grantId) {
        caller.identity();
        caller.requireAtCommunity(GRANTERS, community);
        PoolGrant grant = gifts.grant(grantId)
                .filter(found -> found.communityId() == community)
                .orElseThrow(DomainException::notFound);
        requireOther(grant.personId());
        return grant;
    }

    private void requireOther(long personId) {
        if (personId == caller.personId()) {
            throw DomainException.forbidden("points.not-for-yourself");
        }
    }

    private void requireStanding(long communityId, long personId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        if (gifts.inNeed(communityId, personId, today).isEmpty()) {
            throw DomainException.conflict("points.not-in-need");
        }
    }

    private void decide(PoolGrant grant) {
        if (!gifts.decide(grant.id(), PoolGrant.Status.PAID, caller.personId())) {
            throw DomainException.conflict("points.grant-decided");
        }
    }

    private void draw(PoolGrant grant) {
        if (!gifts.drawFromPool(grant.communityId(), grant.amount())) {
            throw DomainException.conflict(
                    "points.pool-too-small",
                    Points.format(gifts.pool(grant.communityId())),
                    Points.format(grant.amount()));
        }
    }

    private void post(PoolGrant grant) {
        Receipt receipt = Receipt.of("grant", 1)
                .with("reason", grant.reason())
                .with("by", caller.actorName())
                .with("amount", grant.amount());
        Transfer transfer =
                new Transfer(AccountRef.common(AccountKind.POOL), AccountRef.member(grant.personId()), grant.amount());
        Fact fact = new Fact(Reason.GIFT, grant.id());
        long posted = ledger.post(
                        Posting.transfer(grant.communityId(), fact, transfer, new Cause(caller.personId(), receipt)))
                .id();
        gifts.paid(grant.id(), posted);
        notices.granted(grant);
        record("points.pool-grant", grant);
    }

    private void record(String action, PoolGrant grant) {
        audit.record(
                action,
                grant.communityId(),
                new AuditLog.Subject("person", grant.personId()),
                Points.format(grant.amount()) + " | " + grant.reason());
    }
}
