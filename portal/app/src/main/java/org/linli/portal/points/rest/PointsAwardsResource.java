package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.AwardCommand;
import org.linli.portal.points.Awards;
import org.linli.portal.points.rest.WirePoints.NewAwardJson;
import org.linli.portal.points.rest.WirePoints.TransactionJson;

/** 好人好事: points given by the community. */
@Path("/points-awards")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PointsAwardsResource {
    private final Awards awards;
    private final PointsTransactionsResource transactions;

    @Inject
    public PointsAwardsResource(Awards awards, PointsTransactionsResource transactions) {
        this.awards = awards;
        this.transactions = transactions;
    }

    @POST
    @Once(grouped = true)
    @Operation(summary = "Give points for a good deed (community administrators, never to oneself)")
    @Answer(value = TransactionJson.class, status = 201)
    public Response award(@Nullable NewAwardJson sent) {
        NewAwardJson body = Body.required(sent);
        Points points = Points.parse(body.points()).orElse(null);
        if (points == null && body.points() != null) {
            throw DomainException.invalidField("points", "points.no-amount");
        }
        Long person = body.personId() == null ? null : (Long) Id.ofField(body.personId(), "personId");
        return transactions.created(awards.award(new AwardCommand(Ids.next(), person, points, body.reason())));
    }
}
