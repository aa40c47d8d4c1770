package org.linli.acceptance;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A caller of /api/v1: nobody, or the bearer of a token. */
public final class Rest {
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI api;
    private final @Nullable String token;

    private Rest(URI api, @Nullable String token) {
        this.api = api;
        this.token = token;
    }

    /** Nobody in particular. */
    public static Rest nobody(RunningPortal portal) {
        return new Rest(portal.address().resolve("api/v1/"), null);
    }

    /** The bearer of that token. */
    public static Rest bearer(RunningPortal portal, String token) {
        return new Rest(portal.address().resolve("api/v1/"), token);
    }

    /** Signs in with the password of all demo people. */
    public static Rest signedIn(RunningPortal portal, String login) {
        return signedIn(portal, login, "linli-demo");
    }

    public static Rest signedIn(RunningPortal portal, String login, String password) {
        Reply reply = nobody(portal)
                .post("tokens")
                .body("login", login, "password", password)
                .send();
        return bearer(portal, reply.expect(201).json().getString("token"));
    }

    /** The bearer token, null for nobody. */
    public @Nullable String token() {
        return token;
    }

    public Reply get(String path) {
        return call("GET", path).send();
    }

    public Call post(String path) {
        return call("POST", path);
    }

    public Call put(String path) {
        return call("PUT", path);
    }

    /** A call of any method; the path is relative to /api/v1/, or absolute when it begins with a slash. */
    public Call call(String method, String path) {
        return new Call(method, api.resolve(path));
    }

    /** JSON object of names and values in turn; strings, numbers, booleans, collections, JSON values or null. */
    public static JsonObject object(@Nullable Object... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
        }
        return object.build();
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return number instanceof Double fraction
                    ? Json.createValue(fraction)
                    : Json.createValue(number.longValue());
        }
        if (value instanceof Collection<?> all) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            all.forEach(one -> array.add(value(one)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }

    /** One request being made. */
    public final class Call {
        private final String method;
        private final URI uri;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        private Call(String method, URI uri) {
            this.method = method;
            this.uri = uri;
            headers.put("Accept", "application/json, application/problem+json");
            if (token != null) {
                headers.put("Authorization", "Bearer " + token);
            }
        }

        /** A JSON body of names and values in turn. */
        public Call body(@Nullable Object... namesAndValues) {
            return json(object(namesAndValues).toString());
        }

        /** A body that says it is JSON. */
        public Call json(String text) {
            return bytes("application/json", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        public Call bytes(String contentType, byte[] content) {
            headers.put("Content-Type", contentType);
            body = HttpRequest.BodyPublishers.ofByteArray(content);
            return this;
        }

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Call key(String idempotencyKey) {
            return header("Idempotency-Key", idempotencyKey);
        }

        public Call ifMatch(String etag) {
            return header("If-Match", etag);
        }

        public Reply send() {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(uri).timeout(LIMIT).method(method, body);
            headers.forEach(request::header);
            try {
                HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                return new Reply(method + " " + uri.getRawPath(), response);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(method + " " + uri + " was not answered: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
