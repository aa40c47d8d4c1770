package org.linli.portal.platform.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jspecify.annotations.Nullable;

/** Operations: parameters, body and answers of methods. */
final class Operations {
    private final Schemas schemas;
    private final OperationAnswers answers;

    Operations(Schemas schemas) {
        this.schemas = schemas;
        this.answers = new OperationAnswers(schemas);
    }

    Operation of(Described method) {
        Operation operation = OASFactory.createOperation()
                .operationId(method.id())
                .summary(method.summary())
                .tags(List.of(method.tag()))
                .parameters(parameters(method))
                .responses(answers.of(method));
        Parameter body = method.body();
        if (body != null) {
            operation.setRequestBody(body(method, body));
        }
        if (!method.isPublic()) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("bearer"));
        }
        return operation;
    }

    private List<org.eclipse.microprofile.openapi.models.parameters.Parameter> parameters(Described method) {
        List<org.eclipse.microprofile.openapi.models.parameters.Parameter> all = new ArrayList<>();
        for (Parameter parameter : method.method().getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(all, field.getGenericType(), field);
                }
            } else {
                add(all, parameter.getParameterizedType(), parameter);
            }
        }
        if (method.takesKey()) {
            all.add(CommonParts.parameter("IdempotencyKey"));
        }
        return all;
    }

    private void add(
            List<org.eclipse.microprofile.openapi.models.parameters.Parameter> all,
            Type type,
            AnnotatedElement annotated) {
        PathParam path = annotated.getAnnotation(PathParam.class);
        QueryParam query = annotated.getAnnotation(QueryParam.class);
        HeaderParam header = annotated.getAnnotation(HeaderParam.class);
        if (header != null && header.value().equals(HttpHeaders.IF_MATCH)) {
            all.add(CommonParts.parameter(isRequired(annotated) ? "IfMatch" : "IfMatchOptional"));
        } else if (query != null && CommonParts.QUERY.contains(query.value())) {
            all.add(CommonParts.parameter(query.value()));
        } else if (path != null || query != null) {
            var described =
                    annotated.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
            var parameter = OASFactory.createParameter()
                    .name(path != null ? path.value() : query.value())
                    .in(path != null ? In.PATH : In.QUERY)
                    .required(path != null || isRequired(annotated))
                    .schema(schemas.of(type, annotated));
            if (described != null && !described.description().isEmpty()) {
                parameter.setDescription(described.description());
            }
            all.add(parameter);
        }
    }

    private static boolean isRequired(AnnotatedElement annotated) {
        var described =
                annotated.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        return described != null && described.required();
    }

    private org.eclipse.microprofile.openapi.models.parameters.RequestBody body(Described method, Parameter body) {
        Content content = OASFactory.createContent();
        method.consumes()
                .forEach(type -> content.addMediaType(
                        type, OASFactory.createMediaType().schema(schemas.of(body.getParameterizedType()))));
        @Nullable RequestBody described = body.getAnnotation(RequestBody.class);
        return OASFactory.createRequestBody().content(content).required(described == null || described.required());
    }
}
