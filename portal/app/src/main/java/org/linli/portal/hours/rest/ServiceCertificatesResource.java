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
import org.linli.portal.hours.CertificateDesk;
import org.linli.portal.hours.rest.HoursWire.CertificateJson;
import org.linli.portal.hours.rest.HoursWire.CheckJson;
import org.linli.portal.platform.rest.Id;

/** Certificates as they were issued. */
@Path("/service-certificates")
@Tag(name = "hours")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceCertificatesResource {
    private final CertificateDesk desk;

    @Inject
    public ServiceCertificatesResource(CertificateDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One with its records: my own, or of a community that I work in")
    public CertificateJson one(@PathParam("id") String id) {
        return CertificateJson.of(desk.certificate(Id.ofPath(id)));
    }

    @GET
    @Path("/numbers/{number}")
    @Operation(summary = "Whether a certificate is genuine, by the number that stands on it")
    public CheckJson check(@PathParam("number") String number) {
        return CheckJson.of(desk.check(number));
    }
}
