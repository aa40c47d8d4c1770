package org.linli.portal.platform.openapi;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.linli.portal.platform.rest.Answer;

/** What an operation answers: its success, and the refusals that follow from what it takes. */
final class OperationAnswers {
    private final Schemas schemas;

    OperationAnswers(Schemas schemas) {
        this.schemas = schemas;
    }

    APIResponses of(Described method) {
        APIResponses all = OASFactory.createAPIResponses();
        Answer answer = method.answer();
        Type type = method.method().getGenericReturnType();
        // without an Answer a Response says nothing, which DocumentationTest refuses
        Type body = answer != null ? answer.value() : type == Response.class ? void.class : type;
        int status = answer == null ? 200 : answer.status();
        all.addAPIResponse(Integer.toString(status), success(method, status, body, answer != null && answer.tagged()));
        refusals(method).forEach(code -> all.addAPIResponse(code.toString(), CommonParts.response(code)));
        return all.defaultValue(OASFactory.createAPIResponse().ref("#/components/responses/Unexpected"));
    }

    private APIResponse success(Described method, int status, Type body, boolean tagged) {
        APIResponse response = OASFactory.createAPIResponse().description(CommonParts.success(status));
        if (body != void.class) {
            Content content = OASFactory.createContent();
            method.produces()
                    .forEach(type -> content.addMediaType(
                            type, OASFactory.createMediaType().schema(schemas.of(body))));
            response.setContent(content);
        }
        if (tagged) {
            response.addHeader("ETag", OASFactory.createHeader().ref("#/components/headers/ETag"));
        }
        if (status == 201) {
            response.addHeader("Location", OASFactory.createHeader().ref("#/components/headers/Location"));
        }
        return response;
    }

    private static Set<Integer> refusals(Described method) {
        Set<Integer> codes = new TreeSet<>();
        boolean writes = !method.verb().equals("GET");
        boolean once = method.takesKey();
        Parameter ifMatch = ifMatch(method);
        if (method.method().getParameterCount() > 0 || once) {
            codes.add(400);
        }
        // a bearer token that has ended is refused where none is needed, too
        codes.add(401);
        if (!method.isPublic()) {
            codes.add(403);
        }
        if (namesThings(method)) {
            codes.add(404);
        }
        if (!method.produces().contains(MediaType.APPLICATION_JSON)) {
            codes.add(406); // most clients ask for JSON without being told
        }
        if (writes) {
            codes.add(409);
        }
        if (method.body() != null) {
            codes.addAll(Set.of(413, 415));
        }
        if (ifMatch != null) {
            codes.add(412);
            var described =
                    ifMatch.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
            if (described != null && described.required()) {
                codes.add(428);
            }
        }
        if (once) {
            codes.add(422);
        }
        var special = method.method()
                .getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class);
        Arrays.stream(special).forEach(one -> codes.add(Integer.valueOf(one.responseCode())));
        return codes;
    }

    /** Ids come in paths, queries and bodies; only the window of a list names nothing. */
    private static boolean namesThings(Described method) {
        return Arrays.stream(method.method().getParameters()).anyMatch(parameter -> {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            return query == null
                    ? !parameter.isAnnotationPresent(HeaderParam.class)
                    : !CommonParts.QUERY.contains(query.value());
        });
    }

    private static @org.jspecify.annotations.Nullable Parameter ifMatch(Described method) {
        return Arrays.stream(method.method().getParameters())
                .filter(parameter -> {
                    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
                    return header != null && header.value().equals(HttpHeaders.IF_MATCH);
                })
                .findFirst()
                .orElse(null);
    }
}
