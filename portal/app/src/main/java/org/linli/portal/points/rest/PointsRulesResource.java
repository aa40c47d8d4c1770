package org.linli.portal.points.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.points.rest.WireRules.EditionJson;
import org.linli.portal.points.rule.RuleQueries;

/** 积分规则: the editions of a community's rule. */
@Path("/communities/{community}/points-rules")
@Tag(name = "points-rules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PointsRulesResource {
    private final RuleQueries queries;

    @Inject
    public PointsRulesResource(RuleQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            summary =
                    "All editions, the latest first, each with what it changed; the last is the rule built into the portal")
    public Page<EditionJson> editions(@PathParam("community") String community) {
        return new Page<>(
                queries.editions(Id.ofPath(community)).stream()
                        .map(EditionJson::of)
                        .toList(),
                null);
    }
}
