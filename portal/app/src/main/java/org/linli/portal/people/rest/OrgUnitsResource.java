package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.ImportResult;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.community.OrgUnits;
import org.linli.portal.people.TreeDesk;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** The tree of organisation units. */
@Path("/org-units")
@Tag(name = "org-units")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrgUnitsResource {
    private final TreeDesk desk;
    private final Messages messages;
    private final Language language;

    @Inject
    public OrgUnitsResource(TreeDesk desk, Messages messages, Language language) {
        this.desk = desk;
        this.messages = messages;
        this.language = language;
    }

    /** A node. */
    @Schema(name = "OrgUnit")
    public record UnitBody(
            @Schema(example = "169242682982400112") String id,
            @Nullable String parentId,
            @Schema(implementation = OrgLevel.class) String level,
            @Schema(example = "440303001001") String code,
            @Schema(example = "旺家社区") String name,
            @Nullable String communityId,
            @Schema(example = "0755-25550001") @Nullable String phone) {
        static UnitBody of(OrgUnitView unit) {
            return new UnitBody(
                    Long.toString(unit.id()),
                    unit.parentId() == null ? null : Long.toString(unit.parentId()),
                    unit.level().name(),
                    unit.code(),
                    unit.name(),
                    unit.communityId() == null ? null : Long.toString(unit.communityId()),
                    unit.phone());
        }
    }

    /** A node to be added. */
    @Schema(name = "NewOrgUnit")
    public record NewUnitBody(
            @Schema(example = "GRID", implementation = OrgLevel.class, required = true) @Nullable
            String level,

            @Schema(example = "440303001001-09", required = true) @Nullable
            String code,

            @Schema(example = "第九网格", required = true) @Nullable
            String name) {}

    /** New name and telephone of a node. */
    @Schema(name = "OrgUnitDescription")
    public record DescriptionBody(
            @Schema(example = "旺家社区", required = true) @Nullable
            String name,

            @Schema(example = "0755-25550001") @Nullable String phone) {}

    /** One error of an import, in words. */
    @Schema(name = "ImportError")
    public record RowErrorBody(
            @Schema(example = "3") long line,
            @Schema(example = "level") String field,
            @Schema(example = "community.unknown-level") String code,
            @Schema(example = "没有这一级") String detail) {}

    /** What an import did or would do. */
    @Schema(name = "ImportReport")
    public record ImportBody(
            @Schema(example = "142") int rows,
            @Schema(example = "142") int added,
            @Schema(example = "0") int renamed,
            @Schema(example = "0") int unchanged,
            boolean applied,
            @Schema(example = "0") int errorCount,
            List<RowErrorBody> errors) {}

    @GET
    @Operation(summary = "The roots of the tree")
    public Page<UnitBody> roots() {
        return new Page<>(desk.children(null).stream().map(UnitBody::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A node")
    @Answer(value = UnitBody.class, tagged = true)
    public Response unit(@PathParam("id") String id) {
        return answer(desk.node(Id.ofPath(id)));
    }

    @GET
    @Path("/{id}/children")
    @Operation(summary = "The nodes directly below, by code")
    public Page<UnitBody> children(@PathParam("id") String id) {
        return new Page<>(
                desk.children(Id.ofPath(id)).stream().map(UnitBody::of).toList(), null);
    }

    @GET
    @Path("/{id}/ancestors")
    @Operation(summary = "The nodes above, from the top")
    public Page<UnitBody> ancestors(@PathParam("id") String id) {
        return new Page<>(
                desk.ancestors(Id.ofPath(id)).stream().map(UnitBody::of).toList(), null);
    }

    @GET
    @Path("/{id}/counts")
    @Operation(summary = "How many nodes of each level stand at or below a node")
    public Map<String, Long> counts(@PathParam("id") String id) {
        Map<String, Long> counts = new TreeMap<>();
        desk.counts(Id.ofPath(id)).forEach((level, count) -> counts.put(level.name(), count));
        return counts;
    }

    @GET
    @Path("/{id}/subtree")
    @Operation(summary = "Nodes of a level (all when missing) at or below a node, newest first")
    public Page<UnitBody> below(
            @PathParam("id") String id,
            @Schema(implementation = OrgLevel.class) @QueryParam("level") @Nullable String level,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<OrgUnitView> page =
                desk.below(Id.ofPath(id), level == null ? null : level(level), Window.of(cursor, limit));
        return new Page<>(page.items().stream().map(UnitBody::of).toList(), page.nextCursor());
    }

    @Once
    @POST
    @Path("/{id}/children")
    @Operation(summary = "Add a node")
    @Answer(value = UnitBody.class, status = 201, tagged = true)
    public Response add(@PathParam("id") String id, @Nullable NewUnitBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        OrgLevel level = body.level() == null ? null : level(body.level());
        TreeDesk.Node added = desk.add(Id.ofPath(id), new OrgUnits.NewUnit(level, body.code(), body.name()));
        return Response.created(URI.create("org-units/" + added.unit().id()))
                .entity(UnitBody.of(added.unit()))
                .tag(EntityTags.of(added.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Rename a node, set its telephone (If-Match)")
    @Answer(value = UnitBody.class, tagged = true)
    public Response describe(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DescriptionBody body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        long version = EntityTags.version(ifMatch);
        return answer(desk.describe(Id.ofPath(id), body.name(), body.phone(), version));
    }

    @Once
    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Operation(
            summary =
                    "Import a tree from CSV with the columns code,parent,level,name; all or nothing; dryRun only checks")
    @Answer(ImportBody.class)
    public Response importCsv(@QueryParam("dryRun") boolean dryRun, InputStream csv) {
        ImportResult result = desk.importCsv(csv, dryRun);
        if (!dryRun && result.errorCount() > 0) {
            List<Violation> violations = result.errors().stream()
                    .map(e -> new Violation("lines/" + e.line() + "/" + e.field(), e.code(), List.of(e.value())))
                    .toList();
            throw new DomainException(
                    DomainException.Kind.INVALID,
                    "community.import-has-errors",
                    List.of(result.errorCount()),
                    violations);
        }
        List<RowErrorBody> errors = result.errors().stream().map(this::words).toList();
        return Response.ok(new ImportBody(
                        result.rows(),
                        result.added(),
                        result.renamed(),
                        result.unchanged(),
                        result.applied(),
                        result.errorCount(),
                        errors))
                .build();
    }

    private RowErrorBody words(ImportResult.RowError error) {
        String key = new Violation(error.field(), error.code(), List.of()).textKey();
        String text = messages.text(language.locale(), key, error.value());
        return new RowErrorBody(error.line(), error.field(), error.code(), text);
    }

    private static Response answer(TreeDesk.Node node) {
        return Response.ok(UnitBody.of(node.unit()))
                .tag(EntityTags.of(node.version()))
                .build();
    }

    private static OrgLevel level(String name) {
        return Arrays.stream(OrgLevel.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("level", "community.unknown-level", name));
    }
}
