package org.linli.acceptance;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the portal's OpenAPI document says. */
public final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonObject document;

    private ApiDocument(JsonObject document) {
        this.document = document;
    }

    /** Reads it from the portal. */
    public static ApiDocument of(RunningPortal portal) {
        return new ApiDocument(
                Rest.nobody(portal).get("/openapi?format=JSON").expect(200).json());
    }

    public JsonObject json() {
        return document;
    }

    /** All operations under /api/v1. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths");
        for (String path : paths.keySet()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : item.keySet()) {
                if (METHODS.contains(method) && path.startsWith("/api/v1")) {
                    operations.add(new Operation(method.toUpperCase(java.util.Locale.ROOT), path, item, method));
                }
            }
        }
        return operations;
    }

    /** The schema that a reference leads to, or the schema itself. */
    public JsonObject resolved(JsonObject schema) {
        if (!schema.containsKey("$ref")) {
            return schema;
        }
        String name = schema.getString("$ref").replace("#/components/schemas/", "");
        JsonObject found =
                document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
        if (found == null) {
            throw new AssertionError("the document refers to " + name + ", which it does not contain");
        }
        return found;
    }

    /**
     * One method of one path.
     *
     * @param method in capitals
     * @param path with {names} in braces
     */
    public record Operation(String method, String path, JsonObject item, String key) {
        public JsonObject json() {
            return item.getJsonObject(key);
        }

        public String summary() {
            return json().getString("summary", "");
        }

        /** Names of the query parameters. */
        public List<String> queryParameters() {
            List<String> names = new ArrayList<>();
            for (JsonObject from : List.of(item, json())) {
                JsonArray parameters = from.getJsonArray("parameters");
                if (parameters != null) {
                    parameters.getValuesAs(JsonObject.class).stream()
                            .filter(one -> one.getString("in", "").equals("query"))
                            .forEach(one -> names.add(one.getString("name")));
                }
            }
            return names;
        }

        /** Schema of the JSON body, null when there is none. */
        public @Nullable JsonObject bodySchema() {
            JsonObject content = at(json(), "requestBody", "content", "application/json", "schema");
            return content;
        }

        /** Media types of the body. */
        public Set<String> bodyTypes() {
            JsonObject content = at(json(), "requestBody", "content");
            return content == null ? Set.of() : content.keySet();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The object that is found by following the names, null when there is none. */
    public static @Nullable JsonObject at(@Nullable JsonObject from, String... names) {
        JsonObject here = from;
        for (String name : names) {
            JsonValue next = here == null ? null : here.get(name);
            here = next instanceof JsonObject object ? object : null;
        }
        return here;
    }
}
