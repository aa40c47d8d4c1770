package org.linli.portal.hours.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.rest.HoursWire.HoursJson;
import org.linli.portal.platform.rest.Id;

/** Hours of volunteers, for those who work in their community. */
@Path("/people/{person}/hours")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VolunteerHoursResource {
    private final HoursQueries queries;

    @Inject
    public VolunteerHoursResource(HoursQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(summary = "Hours and stars of a volunteer (administrators, dispatchers, supervisors, auditors)")
    public HoursJson hours(@PathParam("person") String person) {
        return HoursJson.of(queries.of(Id.ofPath(person)));
    }
}
