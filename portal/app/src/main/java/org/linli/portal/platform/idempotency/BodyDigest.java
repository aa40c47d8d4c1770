package org.linli.portal.platform.idempotency;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.linli.portal.platform.problem.ApiErrors;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.rest.WellFormedJson;
import org.linli.portal.platform.security.Tokens;

/**
 * Bounds JSON bodies, reads them to their end and remembers their digest, so that a reused Idempotency-Key with another
 * body is seen. Other bodies (photos, tables) go by as a stream, unless they come with a key.
 */
@Provider
public class BodyDigest implements ReaderInterceptor {
    /** Request property (servlet attribute) with the hex SHA-256 of the body. */
    static final String PROPERTY = "linli.body.sha256";

    private static final int MAX_JSON_BYTES = 256 * 1024;

    private static final int MAX_KEYED_BYTES = 8 * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        context.setInputStream(
                new ClientBody(context.getInputStream(), () -> context.setProperty(ApiErrors.BROKEN_OFF, true)));
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType());
        if (json || context.getHeaders().containsKey(OnceInterceptor.HEADER)) {
            int limit = json ? MAX_JSON_BYTES : MAX_KEYED_BYTES;
            byte[] body = context.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                throw DomainException.of(Kind.TOO_LARGE, "platform.body-too-large", limit / 1024);
            }
            if (json) {
                WellFormedJson.require(body, context.getType());
            }
            context.setProperty(PROPERTY, HexFormat.of().formatHex(Tokens.sha256(body)));
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }
}
