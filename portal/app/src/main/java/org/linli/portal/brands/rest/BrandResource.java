package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;
import org.linli.plugin.Route;
import org.linli.portal.brands.DataJson;
import org.linli.portal.brands.call.CallFailed;
import org.linli.portal.brands.route.RouteDesk;
import org.linli.portal.brands.route.Served;
import org.linli.portal.brands.route.Target;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.problem.Problem;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;

/** What brands offer over REST: a neutral dispatcher, in which no class of a plugin ever appears. */
@Path("/brands/{brand}/{path: .+}")
@Tag(name = "brands")
@ApplicationScoped
public class BrandResource {
    private static final String COMMUNITY = "community";

    private final RouteDesk desk;
    private final Messages messages;
    private final Language language;

    @Inject
    public BrandResource(RouteDesk desk, Messages messages, Language language) {
        this.desk = desk;
        this.messages = messages;
        this.language = language;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/pdf"})
    @Operation(summary = "What a brand answers; parameter community for another one than the caller's own")
    @Answer(Object.class)
    public Response get(@PathParam("brand") String brand, @PathParam("path") String path, @Context UriInfo uri) {
        return answered(() -> desk.get(target(brand, path, uri)));
    }

    @Once
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/pdf"})
    @Operation(summary = "Ask a brand to do something; what it does is done whole or not at all")
    @Answer(Object.class)
    public Response post(
            @PathParam("brand") String brand,
            @PathParam("path") String path,
            @Context UriInfo uri,
            @Nullable String body) {
        Data data = read(body);
        return answered(() -> desk.post(target(brand, path, uri), data));
    }

    private static Data read(@Nullable String body) {
        try {
            return body == null || body.isBlank() ? Data.EMPTY : DataJson.read(body);
        } catch (JsonException | ArithmeticException | IllegalArgumentException e) {
            throw DomainException.invalid("platform.malformed-json");
        }
    }

    private static Target target(String brand, String path, UriInfo uri) {
        Map<String, String> query = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> query.put(name, values.get(0)));
        String community = query.remove(COMMUNITY);
        return new Target(brand, community == null ? null : (Long) Id.ofPath(community), "rest", path, Data.of(query));
    }

    private Response answered(java.util.function.Supplier<Served> call) {
        Served served;
        try {
            served = call.get();
        } catch (CallFailed e) {
            throw DomainException.of(Kind.UNAVAILABLE, "brands.call-failed");
        }
        Route.Response response = served.response();
        if (response instanceof Route.Response.Json json) {
            return Response.ok(DataJson.object(json.data()).build()).build();
        }
        if (response instanceof Route.Response.Done done) {
            return Response.ok(
                            DataJson.object(Data.of("message", done.message())).build())
                    .build();
        }
        if (response instanceof Route.Response.File file) {
            return file(file);
        }
        if (response instanceof Route.Response.Refused refused) {
            return refused(refused.problems());
        }
        throw DomainException.of(Kind.UNAVAILABLE, "brands.call-failed"); // a page is no answer to REST
    }

    static Response file(Route.Response.File file) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String type = file.mediaType().startsWith("application/pdf") ? "application/pdf" : "text/csv;charset=UTF-8";
        return Response.ok(file.content(), type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Response refused(List<org.linli.plugin.Problem> problems) {
        String detail = messages.text(language.locale(), "platform.problem.invalid");
        List<Problem.FieldError> errors = problems.stream()
                .map(one -> new Problem.FieldError("/" + one.field(), one.text(), "brands.refused"))
                .toList();
        Problem problem = new Problem(
                "urn:linli:problem:brands.refused",
                messages.text(language.locale(), "platform.problem.title-400"),
                400,
                detail,
                "brands.refused",
                null,
                errors.isEmpty() ? null : errors);
        return Response.status(400).type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
