package org.linli.portal.people.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AccountDesk;
import org.linli.portal.people.signin.AccessTokens;
import org.linli.portal.people.signin.SignIn;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.rest.Answer;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.web.Client;

/** API tokens. The secret is answered once; not with Idempotency-Key, because answers under one are kept. */
@Path("/tokens")
@Tag(name = "tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TokensResource {
    private static final int MAX_LABEL = 80;

    private final SignIn signIn;
    private final AccessTokens tokens;
    private final AccountDesk account;
    private final Client client;
    private final HttpServletRequest request;

    @Inject
    public TokensResource(
            SignIn signIn, AccessTokens tokens, AccountDesk account, Client client, HttpServletRequest request) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.account = account;
        this.client = client;
        this.request = request;
    }

    /** What is sent for a token. */
    public record NewToken(
            @Schema(example = "resident", required = true) @Nullable
            String login,

            @Schema(example = "linli-demo", required = true) @Nullable
            String password,

            @Schema(example = "my script") @Nullable String label) {}

    /** A new token with its secret. */
    public record IssuedToken(
            String id,
            String token,
            @Schema(example = "my script") String label,
            Instant expiresAt) {}

    /** A token without its secret. */
    @Schema(name = "Token")
    public record ListedToken(
            String id, @Schema(example = "my script") String label, Instant createdAt, Instant expiresAt) {}

    @POST
    @SecurityRequirements
    @Operation(summary = "Sign in: a bearer token for 90 days")
    @Answer(value = IssuedToken.class, status = 201)
    @APIResponse(responseCode = "429")
    public Response create(@Nullable NewToken body) {
        if (body == null) {
            throw DomainException.invalid("platform.malformed-json");
        }
        new Violations().text(body.label(), "label", MAX_LABEL).throwIfAny();
        SignedIn signedIn =
                signIn.check(new SignIn.Credentials(body.login(), body.password(), client.address(request)));
        String label = body.label() == null ? "" : body.label().strip();
        AccessTokens.Issued issued = tokens.issue(signedIn, AccessTokens.Kind.API, label);
        return Response.created(URI.create("tokens/" + issued.id()))
                .entity(new IssuedToken(Long.toString(issued.id()), issued.secret(), label, issued.expiresAt()))
                .build();
    }

    @GET
    @Operation(summary = "My tokens that hold")
    public Page<ListedToken> list() {
        List<ListedToken> mine = account.tokens().stream()
                .map(t -> new ListedToken(Long.toString(t.id()), t.label(), t.createdAt(), t.expiresAt()))
                .toList();
        return new Page<>(mine, null);
    }

    @DELETE
    @Path("/current")
    @Operation(summary = "End the token that this request carries")
    @Answer(status = 204)
    public Response endCurrent(@HeaderParam("Authorization") @Nullable String authorization) {
        if (authorization == null) {
            throw DomainException.notFound();
        }
        account.endToken(authorization.substring("Bearer ".length()).strip());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End one of my tokens")
    @Answer(status = 204)
    public Response end(@PathParam("id") String id) {
        account.revokeToken(Id.ofPath(id));
        return Response.noContent().build();
    }
}
