package org.linli.portal.points.gift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.amount.Points;

/** Tells recipients of gifts, and thanks donors. */
@ApplicationScoped
class GiftNotices {
    private static final String WALLET = "/wallet.xhtml";

    private final Notices notices;

    @Inject
    GiftNotices(Notices notices) {
        this.notices = notices;
    }

    /** A gift arrived; an empty name is that of somebody who wants to stay unnamed. */
    void given(Donation donation, InNeed to, String donorName) {
        String points = Points.format(donation.amount());
        String code = donorName.isEmpty() ? "points-gift-unnamed" : "points-gift";
        List<String> arguments = donorName.isEmpty() ? List.of(points) : List.of(points, donorName);
        notices.send(new Notice(to.personId(), code, arguments, WALLET, "donation:" + donation.id()));
        notices.send(new Notice(
                donation.donorId(), "points-donated", List.of(points, to.name()), WALLET, "donation:" + donation.id()));
    }

    /** The community thanks for a gift to its pool. */
    void thanked(Donation donation) {
        notices.send(new Notice(
                donation.donorId(),
                "points-donated-pool",
                List.of(Points.format(donation.amount())),
                WALLET,
                "donation:" + donation.id()));
    }

    /** Points of the pool arrived. */
    void granted(PoolGrant grant) {
        notices.send(new Notice(
                grant.personId(),
                "points-granted",
                List.of(Points.format(grant.amount()), grant.reason()),
                WALLET,
                "pool-grant:" + grant.id()));
    }
}
