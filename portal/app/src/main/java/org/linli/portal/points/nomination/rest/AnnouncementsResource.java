package org.linli.portal.points.nomination.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.nomination.Announcement;
import org.linli.portal.points.nomination.Announcements;

/** 社区公示: what the community may object to. */
@Path("/announcements")
@Tag(name = "points")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AnnouncementsResource {
    private final Announcements announcements;

    @Inject
    public AnnouncementsResource(Announcements announcements) {
        this.announcements = announcements;
    }

    @GET
    @Operation(
            summary = "What is announced to my community, newest first: nominations before they are paid and services"
                    + " that staff entered afterwards; object at nominations/{id} or back-entries/{id}")
    public Page<AnnouncementJson> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<Announcement> page = announcements.list(Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(AnnouncementJson::of).toList(), page.nextCursor());
    }
}
