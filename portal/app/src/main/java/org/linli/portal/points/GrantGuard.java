package org.linli.portal.points;

import org.linli.portal.ledger.Receipt;

/**
 * Asked before a brand's grant is posted, in its transaction. Every bean of this type is asked until one holds the grant
 * back; that one has it posted later by {@link BrandPoints#post} or never.
 */
public interface GrantGuard {
    /** Whether this grant is held back. */
    boolean holds(Grant grant);

    /**
     * What a brand grants.
     *
     * @param id of the grant
     * @param amount hundredths of a point
     * @param key as the brand, or the host for a fact, names it
     */
    record Grant(
            long id, long communityId, long personId, long amount, String key, String explanation, Receipt receipt) {}
}
