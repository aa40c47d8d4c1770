package org.linli.portal.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST under /api/v1; resources are found by the container. */
@ApplicationPath("/api/v1")
public class PortalApi extends Application {}
