package org.linli.portal.brands.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.release.Binding;
import org.linli.portal.brands.release.BindingDesk;
import org.linli.portal.brands.release.BrandView;
import org.linli.portal.brands.release.Release;
import org.linli.portal.brands.release.ReleaseWords;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.EntityTags;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;

/** What a community has of the portal's brands, for its administrators. */
@Path("/communities/{community}/brands")
@Tag(name = "community-brands")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CommunityBrandsResource {
    private final BindingDesk desk;
    private final ReleaseWords words;
    private final Language language;

    @Inject
    public CommunityBrandsResource(BindingDesk desk, ReleaseWords words, Language language) {
        this.desk = desk;
        this.words = words;
        this.language = language;
    }

    @GET
    @Operation(summary = "All brands of the portal and how they stand in the community, by id")
    public Page<BindingBody> list(@PathParam("community") String community) {
        return new Page<>(
                desk.list(Id.ofPath(community)).stream().map(this::body).toList(), null);
    }

    @GET
    @Path("/{brand}")
    @Operation(summary = "One brand: its state and what it asks for")
    @Answer(value = BindingBody.class, tagged = true)
    public Response get(@PathParam("community") String community, @PathParam("brand") String brand) {
        return answer(desk.view(ref(community, brand)));
    }

    @Once
    @POST
    @Path("/{brand}/enable")
    @Operation(summary = "Take the brand up, agreeing to all that it needs")
    @Answer(value = BindingBody.class, tagged = true)
    public Response enable(
            @PathParam("community") String community,
            @PathParam("brand") String brand,
            BindingBody.@Nullable ApprovalBody body) {
        return answer(desk.enable(ref(community, brand), approved(body)));
    }

    @Once
    @POST
    @Path("/{brand}/approve")
    @Operation(
            summary =
                    "Agree to what a new release needs beyond what was approved; a brand that waited for it works again")
    @Answer(value = BindingBody.class, tagged = true)
    public Response approve(
            @PathParam("community") String community,
            @PathParam("brand") String brand,
            BindingBody.@Nullable ApprovalBody body) {
        return answer(desk.approve(ref(community, brand), approved(body)));
    }

    @Once
    @POST
    @Path("/{brand}/suspend")
    @Operation(summary = "Let the brand rest; its data stay")
    @Answer(value = BindingBody.class, tagged = true)
    public Response suspend(@PathParam("community") String community, @PathParam("brand") String brand) {
        return act(community, brand, desk::suspend);
    }

    @Once
    @POST
    @Path("/{brand}/resume")
    @Operation(summary = "End the brand's rest")
    @Answer(value = BindingBody.class, tagged = true)
    public Response resume(@PathParam("community") String community, @PathParam("brand") String brand) {
        return act(community, brand, desk::resume);
    }

    @Once
    @POST
    @Path("/{brand}/disable")
    @Operation(summary = "Lay the brand down; its data stay until they are purged")
    @Answer(value = BindingBody.class, tagged = true)
    public Response disable(@PathParam("community") String community, @PathParam("brand") String brand) {
        return act(community, brand, desk::disable);
    }

    @Once
    @POST
    @Path("/{brand}/purge")
    @Operation(summary = "Remove all data of a brand that was laid down; confirm is the brand's id")
    @Answer(status = 204)
    public Response purge(
            @PathParam("community") String community,
            @PathParam("brand") String brand,
            BindingBody.@Nullable PurgeBody body) {
        if (body == null || !brand.equals(body.confirm())) {
            throw DomainException.invalidField("confirm", "brands.confirm-purge", brand);
        }
        desk.purge(ref(community, brand));
        return Response.noContent().build();
    }

    static BrandRef ref(String community, String brand) {
        return new BrandRef(brand, Id.ofPath(community));
    }

    private static List<String> approved(BindingBody.@Nullable ApprovalBody body) {
        return body == null || body.needs() == null ? List.of() : body.needs();
    }

    private Response act(String community, String brand, Function<BrandRef, BrandView> act) {
        return answer(act.apply(ref(community, brand)));
    }

    private Response answer(BrandView view) {
        return Response.ok(body(view)).tag(EntityTags.of(view.revision())).build();
    }

    private BindingBody body(BrandView view) {
        @Nullable Release release = view.release();
        @Nullable Binding binding = view.binding().orElse(null);
        boolean chinese = language.isChinese();
        return new BindingBody(
                view.brandId(),
                release == null ? null : ReleaseWords.name(release, chinese),
                release == null
                        ? null
                        : chinese
                                ? release.titles().summaryZh()
                                : release.titles().summaryEn(),
                binding == null ? null : binding.version(),
                release == null ? null : release.version(),
                view.state(),
                binding == null ? null : binding.reason(),
                view.needs().stream()
                        .map(need -> new BindingBody.NeedBody(need, words.need(need, language.locale())))
                        .toList(),
                List.copyOf(view.notApproved()),
                binding == null ? null : binding.exportedAt());
    }
}
