package org.linli.portal.platform.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.persistence.SqlFailure;

/** Every failure of a REST call leaves as application/problem+json. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final int RETRY_SECONDS = 2;

    @Inject
    private Problems problems;

    @Inject
    private Language language;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = problems.of(failure, language.locale());
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        response.header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        if (problem.status() == 401 && headers.getHeaderString("X-Requested-With") == null) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"linli\"");
        }
        DomainException refusal = SqlFailure.find(failure, DomainException.class);
        if (refusal != null && refusal.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, refusal.retryAfter().toSeconds());
        }
        if (problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure instanceof WebApplicationException web && problem.status() == 405) {
            response.allow(web.getResponse().getAllowedMethods());
        }
        return response.build();
    }
}
