package org.linli.portal.platform.openapi;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.idempotency.Once;
import org.linli.portal.platform.rest.Answer;

/** A method of a resource as its annotations describe it. */
final class Described {
    private final Method method;
    private final Class<?> resource;

    Described(Method method) {
        this.method = method;
        this.resource = method.getDeclaringClass();
    }

    /** GET, POST, … when it answers requests, null for other methods. */
    static @Nullable String httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    Method method() {
        return method;
    }

    String verb() {
        return String.valueOf(httpMethod(method));
    }

    /** Path below the root of the API. */
    String path() {
        Path own = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"); // the document knows no patterns
    }

    String tag() {
        Tag tag = resource.getAnnotation(Tag.class);
        return tag == null ? "other" : tag.name();
    }

    /** The same as long as class and method keep their names, whatever else is added. */
    String id() {
        String name = resource.getSimpleName().replaceFirst("Resource$", "");
        String action = method.getName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT)
                + name.substring(1)
                + action.substring(0, 1).toUpperCase(Locale.ROOT)
                + action.substring(1);
    }

    String summary() {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? "" : operation.summary();
    }

    /** Whether nobody needs to be signed in. */
    boolean isPublic() {
        return method.isAnnotationPresent(SecurityRequirements.class);
    }

    /** Whether it takes Idempotency-Key. */
    boolean takesKey() {
        Answer answer = answer();
        return method.isAnnotationPresent(Once.class) || (answer != null && answer.keyed());
    }

    @Nullable
    Answer answer() {
        return method.getAnnotation(Answer.class);
    }

    /** Media types of the body. */
    List<String> consumes() {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes all = own == null ? resource.getAnnotation(Consumes.class) : own;
        return all == null ? List.of(MediaType.APPLICATION_JSON) : List.of(all.value());
    }

    /** Media types of the answer, the usual one first. */
    List<String> produces() {
        Produces own = method.getAnnotation(Produces.class);
        Produces all = own == null ? resource.getAnnotation(Produces.class) : own;
        return all == null
                ? List.of(MediaType.APPLICATION_JSON)
                : Arrays.stream(all.value())
                        .map(type -> type.replaceFirst(";.*", ""))
                        .toList();
    }

    /** The parameter that takes the body, null when there is none. */
    @Nullable
    Parameter body() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Arrays.stream(parameter.getAnnotations())
                        .noneMatch(a -> a.annotationType().getPackageName().startsWith("jakarta.ws.rs")))
                .findFirst()
                .orElse(null);
    }
}
