package org.linli.portal.orders.rest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Catalogue;
import org.linli.portal.orders.CatalogueDesk;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.orders.ItemFields;
import org.linli.portal.orders.rest.WireCatalogue.ItemFieldJson;
import org.linli.portal.orders.rest.WireCatalogue.ItemJson;
import org.linli.portal.orders.rest.WireCatalogue.SaveItemJson;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Body;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** 服务事项: what can be ordered. */
@Path("/service-items")
@Tag(name = "catalogue")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ServiceItemsResource {
    private final Catalogue catalogue;
    private final CatalogueDesk desk;
    private final Caller caller;
    private final ItemFields fields;
    private final Language language;

    @Inject
    public ServiceItemsResource(
            Catalogue catalogue, CatalogueDesk desk, Caller caller, ItemFields fields, Language language) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.caller = caller;
        this.fields = fields;
        this.language = language;
    }

    @GET
    @Operation(summary = "What can be ordered in a community, the caller's own when none is named")
    public Page<ItemJson> list(
            @QueryParam("communityId") @Nullable String communityId,
            @QueryParam("category") @Nullable String category,
            @QueryParam("retired") boolean retiredToo) {
        long community = community(communityId);
        List<CatalogueItem> items = retiredToo ? catalogue.allItems(community) : catalogue.items(community);
        return new Page<>(
                items.stream()
                        .filter(item -> category == null || item.categoryCode().equals(category))
                        .map(ItemJson::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One service item")
    @Answer(value = ItemJson.class, tagged = true)
    public Response get(@PathParam("id") String id) {
        return answer(Response.ok(), Id.ofPath(id));
    }

    @GET
    @Path("/{id}/fields")
    @Operation(
            summary =
                    "What the brand of the service asks for when it is ordered; nothing for a service of the community")
    public Page<ItemFieldJson> fields(@PathParam("id") String id) {
        CatalogueItem item = catalogue.item(Id.ofPath(id));
        return new Page<>(
                fields.of(item.id()).stream()
                        .flatMap(asked -> asked.fields().stream()
                                .map(field -> ItemFieldJson.of(
                                        field, key -> fields.text(asked.brand(), language.locale(), key))))
                        .toList(),
                null);
    }

    @POST
    @Once
    @Operation(summary = "Add an item to a catalogue (community administrators)")
    @Answer(value = ItemJson.class, status = 201, tagged = true)
    public Response create(@Nullable SaveItemJson body) {
        SaveItemJson item = Body.required(body);
        long id = desk.create(community(item.communityId()), item.command());
        return answer(Response.created(URI.create("service-items/" + id)), id);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change an item, or take it out of the catalogue (community administrators)")
    @Answer(value = ItemJson.class, tagged = true)
    public Response update(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable SaveItemJson body) {
        long itemId = Id.ofPath(id);
        catalogue.item(itemId);
        desk.update(itemId, EntityTags.version(ifMatch), Body.required(body).command());
        return answer(Response.ok(), itemId);
    }

    private Response answer(Response.ResponseBuilder response, long itemId) {
        CatalogueItem item = catalogue.item(itemId);
        return response.entity(ItemJson.of(item))
                .tag(EntityTags.of(item.version()))
                .build();
    }

    private long community(@Nullable String id) {
        if (id == null) {
            return caller.communityId();
        }
        if (id.isBlank()) {
            throw DomainException.invalidField("communityId", "platform.field-not-an-id");
        }
        return Id.ofField(id, "communityId");
    }
}
