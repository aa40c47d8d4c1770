package org.linli.portal.notices.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.notices.NoticeDesk;
import org.linli.portal.notices.NoticeTexts;
import org.linli.portal.notices.NoticeView;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The caller's own notices. */
@Path("/notices")
@Tag(name = "notices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class NoticesResource {
    private final NoticeDesk desk;
    private final NoticeTexts texts;
    private final Language language;

    @Inject
    public NoticesResource(NoticeDesk desk, NoticeTexts texts, Language language) {
        this.desk = desk;
        this.texts = texts;
        this.language = language;
    }

    /**
     * A notice in the caller's language.
     *
     * @param link page of the portal, empty when there is nothing to open
     */
    public record NoticeBody(
            String id,
            @Schema(example = "orders.accepted") String code,
            @Schema(example = "您的“小家电检修”已有志愿者接单") String text,
            @Schema(example = "/order-detail.xhtml?id=1") String link,
            Instant createdAt,
            @Nullable Instant readAt) {}

    @GET
    @Operation(summary = "My notices, newest first")
    public Page<NoticeBody> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<NoticeView> page = desk.list(Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(this::body).toList(), page.nextCursor());
    }

    @Once
    @POST
    @Path("/{id}/read")
    @Operation(summary = "Mark one of my notices as read")
    @Answer(status = 204)
    public Response read(@PathParam("id") String id) {
        desk.markRead(Id.ofPath(id));
        return Response.noContent().build();
    }

    @Once
    @POST
    @Path("/read")
    @Operation(summary = "Mark all of my notices as read")
    @Answer(status = 204)
    public Response readAll() {
        desk.markAllRead();
        return Response.noContent().build();
    }

    private NoticeBody body(NoticeView notice) {
        String text = texts.of(notice, language.locale());
        return new NoticeBody(
                Long.toString(notice.id()), notice.code(), text, notice.link(), notice.createdAt(), notice.readAt());
    }
}
