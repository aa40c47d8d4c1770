package org.linli.portal.platform.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** JSON made and read by hand. {@code jakarta.json.Json} looks for its provider at each call: too slow for postings. */
public final class JsonText {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonText() {}

    /** An empty object to be filled. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** An empty array to be filled. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** Reads a text; to be closed. */
    public static JsonReader reader(String json) {
        return PROVIDER.createReader(new StringReader(json));
    }
}
