package org.linli.portal.platform.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.linli.portal.platform.problem.Problem;

/** Parameters, headers and refusals that all operations share. */
final class CommonParts {
    /** Query parameters that mean the same everywhere. */
    static final Set<String> QUERY = Set.of("cursor", "limit");

    private static final Map<Integer, String[]> REFUSALS = refusalTexts();

    private final Schemas schemas;

    CommonParts(Schemas schemas) {
        this.schemas = schemas;
    }

    private static Map<Integer, String[]> refusalTexts() {
        Map<Integer, String[]> texts = new TreeMap<>();
        texts.put(400, new String[] {"BadRequest", "Malformed; errors[] names the fields"});
        texts.put(401, new String[] {"Unauthorized", "Nobody is signed in, or the sign-in is wrong"});
        texts.put(403, new String[] {"Forbidden", "The caller may not do this"});
        texts.put(404, new String[] {"NotFound", "No such thing, or none that the caller may know of"});
        texts.put(409, new String[] {"Conflict", "Not in the present state, or somebody was faster"});
        texts.put(412, new String[] {"PreconditionFailed", "It has changed since the version in If-Match"});
        texts.put(413, new String[] {"ContentTooLarge", "The body is too large"});
        texts.put(406, new String[] {"NotAcceptable", "Accept names no type that this answers"});
        texts.put(415, new String[] {"UnsupportedMediaType", "The body is of another type"});
        texts.put(422, new String[] {"KeyReused", "The Idempotency-Key was used for another request"});
        texts.put(428, new String[] {"PreconditionRequired", "If-Match is missing"});
        texts.put(429, new String[] {"TooManyRequests", "Too often; the text says how long to wait"});
        return texts;
    }

    static APIResponse response(int code) {
        String[] text = REFUSALS.get(code);
        if (text == null) {
            throw new IllegalStateException("no text for status " + code);
        }
        return OASFactory.createAPIResponse().ref("#/components/responses/" + text[0]);
    }

    static Parameter parameter(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    static String success(int status) {
        return switch (status) {
            case 201 -> "Made";
            case 204 -> "Done";
            default -> "OK";
        };
    }

    Map<String, APIResponse> responses() {
        Map<String, APIResponse> all = new LinkedHashMap<>();
        REFUSALS.forEach((code, text) -> all.put(text[0], problem(text[1])));
        all.put("Unexpected", problem("Any other refusal; 503 is worth another try"));
        return all;
    }

    static Map<String, Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        all.put(
                "IdempotencyKey",
                header(
                                "Idempotency-Key",
                                "Own key of this request: sent again it has no second effect, and the answer is"
                                        + " the first one. Kept for 24 hours for each caller")
                        .schema(string().maxLength(80).example("3f0e7c1a-6b1d-4a6e-9d0e-1f6f6f0c8d11")));
        all.put(
                "IfMatch",
                header("If-Match", "ETag of the version that was seen")
                        .required(true)
                        .schema(tag()));
        all.put(
                "IfMatchOptional",
                header("If-Match", "ETag of the version that was seen, to be refused when it has changed")
                        .schema(tag()));
        all.put(
                "cursor",
                OASFactory.createParameter()
                        .name("cursor")
                        .in(In.QUERY)
                        .description("nextCursor of the page before; the first page when missing")
                        .schema(string()));
        all.put(
                "limit",
                OASFactory.createParameter()
                        .name("limit")
                        .in(In.QUERY)
                        .description("Rows of a page")
                        .schema(OASFactory.createSchema()
                                .type(SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(100))
                                .defaultValue(20)));
        return all;
    }

    static Map<String, Header> headers() {
        Map<String, Header> all = new LinkedHashMap<>();
        all.put(
                "ETag",
                OASFactory.createHeader()
                        .description("Strong entity tag of the version, for If-Match")
                        .schema(tag()));
        all.put(
                "Location",
                OASFactory.createHeader()
                        .description("Address of what was made")
                        .schema(string()));
        return all;
    }

    private APIResponse problem(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schemas.of(Problem.class))));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter().name(name).in(In.HEADER).description(description);
    }

    private static Schema tag() {
        return string().example("\"v3\"");
    }

    private static Schema string() {
        return OASFactory.createSchema().type(SchemaType.STRING);
    }
}
