package org.linli.portal.platform.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** One way of writing JSON: components of records by their names, RFC 3339 times, nothing for null. */
@Provider
public class JsonFormat implements ContextResolver<Jsonb> {
    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig());

    @Override
    public Jsonb getContext(Class<?> type) {
        return jsonb;
    }
}
