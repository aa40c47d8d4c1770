package org.linli.portal.platform.idempotency;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.DomainException.Kind;
import org.linli.portal.platform.rest.WellFormedJson;
import org.linli.portal.platform.security.Tokens;

/** Bounds JSON bodies, reads them to their end and remembers their digest, so that a reused Idempotency-Key with another body is seen. */
@Provider
public class BodyDigest implements ReaderInterceptor {
    /** Request property (servlet attribute) with the hex SHA-256 of the body. */
    static final String PROPERTY = "linli.body.sha256";

    private static final int MAX_JSON_BYTES = 256 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            byte[] body = context.getInputStream().readNBytes(MAX_JSON_BYTES + 1);
            if (body.length > MAX_JSON_BYTES) {
                throw DomainException.of(Kind.TOO_LARGE, "platform.body-too-large", MAX_JSON_BYTES / 1024);
            }
            WellFormedJson.require(body);
            context.setProperty(PROPERTY, HexFormat.of().formatHex(Tokens.sha256(body)));
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }
}
