package org.linli.portal.points.gift.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.gift.Donation;
import org.linli.portal.points.gift.DonationDesk;
import org.linli.portal.points.gift.GiftQueries;
import org.linli.portal.points.gift.rest.GiftWire.DonationJson;
import org.linli.portal.points.gift.rest.GiftWire.NewDonationJson;
import org.linli.portal.points.gift.rest.GiftWire.RecipientJson;

/** Points that members give to persons in need or to the pool, where their community allows it. */
@Path("/points-donations")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PointsDonationsResource {
    private final DonationDesk desk;
    private final GiftQueries queries;

    @Inject
    public PointsDonationsResource(DonationDesk desk, GiftQueries queries) {
        this.desk = desk;
        this.queries = queries;
    }

    @GET
    @Operation(summary = "My gifts, newest first")
    public Page<DonationJson> mine(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<Donation> page = queries.donations(Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(DonationJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my gifts")
    public DonationJson one(@PathParam("id") String id) {
        return DonationJson.of(queries.donation(Id.ofPath(id)));
    }

    @POST
    @Once
    @Operation(summary = "Give points to a person in need or to the pool, never to oneself")
    @Answer(value = DonationJson.class, status = 201)
    public Response give(@Nullable NewDonationJson body) {
        Donation donation = desk.donate(Body.required(body).command());
        return Response.created(URI.create("points-donations/" + donation.id()))
                .entity(DonationJson.of(donation))
                .build();
    }

    @GET
    @Path("/recipients")
    @Operation(summary = "Persons in need of my community whom I may give points")
    public List<RecipientJson> recipients() {
        return queries.recipients().stream().map(RecipientJson::of).toList();
    }
}
