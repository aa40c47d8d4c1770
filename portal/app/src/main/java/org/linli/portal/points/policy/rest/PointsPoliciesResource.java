package org.linli.portal.points.policy.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.policy.PointsPolicy;
import org.linli.portal.points.policy.PolicyCommand;
import org.linli.portal.points.policy.PolicyDesk;

/** What a community decided about its points: expiry, gifts, nominations. */
@Path("/points-policies")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PointsPoliciesResource {
    private final PolicyDesk desk;

    @Inject
    public PointsPoliciesResource(PolicyDesk desk) {
        this.desk = desk;
    }

    /** A policy as it holds. */
    @Schema(name = "PointsPolicy")
    public record PolicyJson(
            String communityId,
            @Schema(implementation = ExpiryTerms.Kind.class) String expiry,
            @Schema(example = "12") int months,
            @Schema(example = "30") int noticeDays,
            @Nullable LocalDate notBefore,
            boolean donations,
            boolean pool,
            @Schema(example = "50") String aloneUpTo,
            @Schema(example = "2") int panelSize,
            @Schema(example = "7") int announceDays) {
        static PolicyJson of(PointsPolicy policy) {
            return new PolicyJson(
                    String.valueOf(policy.communityId()),
                    policy.expiry().kind().name(),
                    policy.expiry().months(),
                    policy.expiry().noticeDays(),
                    policy.expiry().notBefore(),
                    policy.gifts().donations(),
                    policy.gifts().pool(),
                    Points.format(policy.gifts().aloneUpTo()),
                    policy.panel().size(),
                    policy.panel().announceDays());
        }
    }

    /** A policy to be decided. */
    @Schema(name = "PointsPolicyInput")
    public record PolicyInputJson(
            @Schema(implementation = ExpiryTerms.Kind.class, required = true) @Nullable
            String expiry,

            @Schema(example = "12", description = "1 to 60, for MONTHS") @Nullable
            Integer months,

            @Schema(example = "30", required = true, description = "7 to 90") @Nullable
            Integer noticeDays,

            @Schema(required = true) @Nullable Boolean donations,

            @Schema(required = true) @Nullable Boolean pool,

            @Schema(
                    example = "50",
                    required = true,
                    description = "points that one person in need may get from the pool in 30 days without a second"
                            + " administrator")
            @Nullable
            String aloneUpTo,

            @Schema(example = "2", required = true, description = "1 to 9") @Nullable
            Integer panelSize,

            @Schema(example = "7", required = true, description = "1 to 60") @Nullable
            Integer announceDays) {
        PolicyCommand command() {
            Points alone = Points.parse(aloneUpTo).orElse(null);
            if (alone == null && aloneUpTo != null) {
                throw DomainException.invalidField("aloneUpTo", "points.no-amount");
            }
            return new PolicyCommand(kind(), months, noticeDays, donations, pool, alone, panelSize, announceDays);
        }

        private ExpiryTerms.@Nullable Kind kind() {
            if (expiry == null) {
                return null;
            }
            return Arrays.stream(ExpiryTerms.Kind.values())
                    .filter(kind -> kind.name().equals(expiry))
                    .findFirst()
                    .orElseThrow(() -> DomainException.invalidField("expiry", "points.no-such-expiry"));
        }
    }

    @GET
    @Path("/{community}")
    @Operation(summary = "What a community decided about its points")
    @Answer(value = PolicyJson.class, tagged = true)
    public Response one(@PathParam("community") String community) {
        return answer(desk.policy(Id.ofPath(community)));
    }

    @PUT
    @Path("/{community}")
    @Operation(summary = "Decide anew (community administrators); members are told; needs If-Match")
    @Answer(value = PolicyJson.class, tagged = true)
    public Response change(
            @PathParam("community") String community,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable PolicyInputJson body) {
        long seen = EntityTags.version(ifMatch);
        return answer(
                desk.change(Id.ofPath(community), seen, Body.required(body).command()));
    }

    private static Response answer(PointsPolicy policy) {
        return Response.ok(PolicyJson.of(policy))
                .tag(EntityTags.of(policy.version()))
                .build();
    }
}
