package org.linli.portal.points.policy;

import org.linli.portal.points.expiry.ExpiryTerms;

/**
 * What a community decided about its points.
 *
 * @param communityId the community
 * @param expiry when points get too old
 * @param gifts who may give points away
 * @param panel how nominations are decided
 * @param version 0 when the community never decided anything
 */
public record PointsPolicy(long communityId, ExpiryTerms expiry, Gifts gifts, Panel panel, long version) {
    /**
     * Who may give points away.
     *
     * @param donations members may give to persons in need
     * @param pool members may give to the community's pool
     * @param aloneUpTo the most that one person gets from the pool in 30 days without a second administrator, hundredths of a
     *     point
     */
    public record Gifts(boolean donations, boolean pool, long aloneUpTo) {}

    /**
     * How nominations are decided.
     *
     * @param size so many must approve
     * @param announceDays for how long objections are open before points are paid
     */
    public record Panel(int size, int announceDays) {}

    /** Of a community that never decided: points stay for ever and stay where they are. */
    public static PointsPolicy initial(long communityId) {
        return new PointsPolicy(communityId, ExpiryTerms.NONE, new Gifts(false, false, 5_000), new Panel(2, 7), 0);
    }
}
