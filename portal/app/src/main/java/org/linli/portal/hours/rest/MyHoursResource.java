package org.linli.portal.hours.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.hours.Certificate;
import org.linli.portal.hours.CertificateDesk;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.ServiceEntry;
import org.linli.portal.hours.rest.HoursWire.CertificateJson;
import org.linli.portal.hours.rest.HoursWire.HoursJson;
import org.linli.portal.hours.rest.HoursWire.NewCertificateJson;
import org.linli.portal.hours.rest.HoursWire.RecordJson;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The caller's own hours. */
@Path("/me/hours")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MyHoursResource {
    private final HoursQueries queries;
    private final CertificateDesk certificates;

    @Inject
    public MyHoursResource(HoursQueries queries, CertificateDesk certificates) {
        this.queries = queries;
        this.certificates = certificates;
    }

    @GET
    @Operation(summary = "My hours and stars")
    public HoursJson hours() {
        return HoursJson.of(queries.mine());
    }

    @GET
    @Path("/records")
    @Operation(summary = "My records, reversed and reversing ones too, newest first")
    public Page<RecordJson> records(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<ServiceEntry> page = queries.myRecords(Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(RecordJson::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/certificates")
    @Operation(summary = "My certificates, newest first, without their records; at most 50")
    public Page<CertificateJson> certificates() {
        List<CertificateJson> all = certificates.mine().stream()
                .map(certificate -> CertificateJson.of(certificate, List.of()))
                .toList();
        return new Page<>(all, null);
    }

    @POST
    @Once
    @Path("/certificates")
    @Operation(summary = "A certificate of my services in a period; the same again while nothing changed")
    @Answer(value = CertificateJson.class, status = 201)
    public Response issue(@Nullable NewCertificateJson body) {
        NewCertificateJson wanted = Body.required(body);
        Certificate.Full full = certificates.issue(wanted.firstDay(), wanted.lastDay());
        return Response.created(
                        URI.create("service-certificates/" + full.certificate().id()))
                .entity(CertificateJson.of(full))
                .build();
    }
}
