package org.linli.portal.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Location as an absolute path (RFC 9110): scheme and host are as the client knows them, not as whoever made the request
 * wrote them into Host.
 */
@Provider
public class LocalLocations implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null) {
            URI base = request.getUriInfo().getBaseUri();
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            URI.create(base.resolve(location).getRawPath()));
        }
    }
}
