package org.linli.portal.platform.idempotency;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.GroupCommit;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Problem;
import org.linli.portal.platform.security.Tokens;

/** Applies {@link Once}: without the header or without a signed-in caller the method simply runs. */
@Once
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class OnceInterceptor {
    static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final int MAX_KEY = 80;

    private final IdempotencyDesk desk;
    private final IdempotencyStore store;
    private final GroupCommit group;
    private final HttpServletRequest request;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public OnceInterceptor(
            IdempotencyDesk desk, IdempotencyStore store, GroupCommit group, HttpServletRequest request) {
        this.desk = desk;
        this.store = store;
        this.group = group;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = request.getHeader(HEADER);
        Principal principal = request.getUserPrincipal();
        boolean grouped = call.getMethod().getAnnotation(Once.class).grouped();
        if (key == null || principal == null) {
            return grouped ? unkeyed(call) : call.proceed();
        }
        if (key.isBlank() || key.length() > MAX_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw DomainException.invalid("platform.bad-idempotency-key", MAX_KEY);
        }
        byte[] fingerprint = fingerprint();
        String caller = principal.getName();
        Callable<Answer> work = () -> answer((Response) call.proceed());
        if (grouped) {
            Optional<Answer> together =
                    group.attempt(work, answer -> store.takeAndKeep(caller, key, fingerprint, answer));
            if (together.isPresent()) {
                return response(together.get(), false);
            }
        }
        try {
            return response(desk.first(caller, key, fingerprint, work), false);
        } catch (IdempotencyDesk.KeyTaken taken) {
            return store.find(caller, key, fingerprint)
                    .map(kept -> response(kept, true))
                    .orElseThrow(() -> DomainException.conflict("platform.changed-meanwhile"));
        }
    }

    private Object unkeyed(InvocationContext call) throws Exception {
        Optional<Object> together = group.attempt(call::proceed, answer -> {});
        return together.isPresent() ? together.get() : desk.unkeyed(call::proceed);
    }

    private byte[] fingerprint() {
        Object body = request.getAttribute(BodyDigest.PROPERTY);
        String bodyPart = body instanceof String digest ? digest : "";
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return Tokens.sha256(String.join("\n", request.getMethod(), request.getRequestURI(), query, bodyPart)
                .getBytes(StandardCharsets.UTF_8));
    }

    private Answer answer(Response response) {
        Object entity = response.getEntity();
        @Nullable URI location = response.getLocation();
        return new Answer(
                response.getStatus(),
                location == null ? null : location.toString(),
                response.getEntityTag() == null ? null : response.getEntityTag().getValue(),
                entity == null ? null : jsonb.toJson(entity));
    }

    private static Response response(Answer answer, boolean replayed) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (answer.etag() != null) {
            response.tag(answer.etag());
        }
        if (answer.body() != null) {
            response.entity(answer.body())
                    .type(answer.status() < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE);
        }
        return replayed ? response.header(REPLAYED, "true").build() : response.build();
    }
}
