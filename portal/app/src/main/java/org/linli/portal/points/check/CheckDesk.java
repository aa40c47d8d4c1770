package org.linli.portal.points.check;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.points.BrandPoints;
import org.linli.portal.points.GrantGuard;
import org.linli.portal.points.ServicePayment;

/** Decides on what was held, takes appeals, sets thresholds. Nobody decides about their own, nor twice on an appeal. */
@Desk
public class CheckDesk {
    /** Who decides first. */
    static final Set<Role> ADMINISTRATORS = Set.of(Role.COMMUNITY_ADMIN);
    /** Who decides on an appeal: another administrator, or the street as the arbiter where there is none. */
    static final Set<Role> DECIDERS = Set.of(Role.COMMUNITY_ADMIN, Role.SUPERVISOR);

    private static final int MAX_WORDS = 500;

    private final Caller caller;
    private final HeldRows rows;
    private final RecordedServices services;
    private final ServicePayment payment;
    private final BrandPoints grants;
    private final ThresholdRows thresholds;
    private final HeldNotices notices;
    private final AuditLog audit;

    @Inject
    CheckDesk(
            Caller caller,
            HeldRows rows,
            RecordedServices services,
            ServicePayment payment,
            BrandPoints grants,
            ThresholdRows thresholds,
            HeldNotices notices,
            AuditLog audit) {
        this.caller = caller;
        this.rows = rows;
        this.services = services;
        this.payment = payment;
        this.grants = grants;
        this.thresholds = thresholds;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * It was honest: the points are posted now.
     *
     * @throws DomainException 404, 403 without the role or for one's own, 409 when it was decided before
     */
    public HeldPosting release(long id, @Nullable String reason) {
        return decide(id, HeldStatus.Step.RELEASE, reason);
    }

    /**
     * It is not paid; to an appeal that is the last word.
     *
     * @throws DomainException 404, 403 without the role or for one's own, 409 when it was decided before
     */
    public HeldPosting refuse(long id, @Nullable String reason) {
        return decide(id, HeldStatus.Step.REFUSE, reason);
    }

    private HeldPosting decide(long id, HeldStatus.Step step, @Nullable String reason) {
        HeldPosting held = readable(id);
        caller.require(held.status() == HeldStatus.APPEALED ? DECIDERS : ADMINISTRATORS, held.communityId());
        new Violations().requiredText(reason, "reason", MAX_WORDS).throwIfAny();
        if (!held.mayBeDecidedBy(caller.personId())) {
            throw DomainException.forbidden("points.held-not-yours-to-decide");
        }
        String why = String.valueOf(reason).strip();
        HeldStatus now = rows.decide(held, step, caller.personId(), why);
        if (now == HeldStatus.RELEASED) {
            pay(held);
        }
        notices.decided(held, now, why);
        audit.record(
                "points.held-" + now.name().toLowerCase(Locale.ROOT),
                held.communityId(),
                new AuditLog.Subject("held-posting", id),
                Points.format(held.amount()) + " | " + why);
        return rows.find(id).orElseThrow();
    }

    private void pay(HeldPosting held) {
        switch (held.source()) {
            case SERVICE ->
                payment.pay(services.ofRecord(held.sourceId())
                        .orElseThrow(() -> DomainException.conflict("points.held-settled")));
            case BRAND -> grants.post(grant(held), caller.personId());
        }
    }

    private static GrantGuard.Grant grant(HeldPosting held) {
        return new GrantGuard.Grant(
                held.sourceId(), held.communityId(), held.personId(), held.amount(), "", held.title(), held.receipt());
    }

    /**
     * The volunteer says why it was honest, once.
     *
     * @throws DomainException 404 for others than the volunteer, 409 when that cannot be done any more
     */
    public HeldPosting appeal(long id, @Nullable String words) {
        HeldPosting held =
                rows.find(id).filter(one -> one.personId() == caller.personId()).orElseThrow(DomainException::notFound);
        new Violations().requiredText(words, "words", MAX_WORDS).throwIfAny();
        rows.appeal(held, String.valueOf(words).strip());
        return rows.find(id).orElseThrow();
    }

    /**
     * Sets all thresholds of a community.
     *
     * @param seenVersion of the thresholds that the caller saw
     * @throws DomainException 400, 404, 403, 412
     */
    public Thresholds set(long communityId, long seenVersion, Thresholds wanted) {
        caller.requireAtCommunity(ADMINISTRATORS, communityId);
        EntityTags.requireSame(seenVersion, thresholds.of(communityId).version());
        wanted.check();
        thresholds.save(communityId, wanted);
        audit.record(
                "points.thresholds",
                communityId,
                new AuditLog.Subject("community", communityId),
                wanted.numbers().toString());
        return thresholds.of(communityId);
    }

    private HeldPosting readable(long id) {
        caller.identity();
        return rows.find(id).filter(held -> caller.sees(held.communityId())).orElseThrow(DomainException::notFound);
    }
}
