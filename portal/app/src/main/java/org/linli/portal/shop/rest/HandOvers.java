package org.linli.portal.shop.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.shop.Counter;
import org.linli.portal.shop.Redemption;
import org.linli.portal.shop.ShopQueries;
import org.linli.portal.shop.rest.ShopWire.RedemptionJson;

/** The part of a hand-over that is done once: the guess is counted outside of its transaction. */
@ApplicationScoped
public class HandOvers {
    private final Counter counter;
    private final ShopQueries queries;

    @Inject
    public HandOvers(Counter counter, ShopQueries queries) {
        this.counter = counter;
        this.queries = queries;
    }

    /** The redemption as it is after the hand-over. */
    @Once
    public Response once(@Nullable Long communityId, @Nullable String code) {
        Redemption fetched = counter.handOver(communityId, code);
        return Response.ok(RedemptionJson.of(fetched, queries.owns(fetched))).build();
    }
}
