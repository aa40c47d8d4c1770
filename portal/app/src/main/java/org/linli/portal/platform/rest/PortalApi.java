package org.linli.portal.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** REST under /api/v1; resources are found by the container. */
@ApplicationPath("/api/v1")
public class PortalApi extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // LocalLocations writes them
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                // OpenAPI describes the API; WADL names the server's version
                "jersey.config.server.wadl.disableWadl", true);
    }
}
