package org.linli.portal.platform.problem;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.linli.portal.platform.i18n.Language;

/** What the server itself refuses under /api leaves as a problem too, and not as the error page for people. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ApiErrors implements Filter {
    /** Request attribute: the body was broken off, so that perhaps nobody reads the answer. */
    public static final String BROKEN_OFF = "linli.body.broken-off";

    private final Problems problems;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Locale locale = Language.of((HttpServletRequest) request);
        chain.doFilter(
                request,
                new Answer((HttpServletResponse) response, locale, () -> request.getAttribute(BROKEN_OFF) != null));
    }

    /** Writes a problem where the container would go to the error page. */
    private final class Answer extends HttpServletResponseWrapper {
        private final Locale locale;

        private final BooleanSupplier brokenOff;

        Answer(HttpServletResponse response, Locale locale, BooleanSupplier brokenOff) {
            super(response);
            this.locale = locale;
            this.brokenOff = brokenOff;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream out = super.getOutputStream();
            return brokenOff.getAsBoolean() ? new PerhapsUnread(out) : out;
        }

        @Override
        public void sendError(int status) throws IOException {
            WebApplicationException refusal =
                    switch (status) {
                        case SC_NOT_FOUND -> new NotFoundException();
                        // a method that HTTP does not know is the caller's fault
                        case SC_NOT_IMPLEMENTED -> new WebApplicationException(SC_METHOD_NOT_ALLOWED);
                        default -> new WebApplicationException(status);
                    };
            Problem problem = problems.of(refusal, locale);
            resetBuffer();
            setStatus(problem.status());
            setContentType(Problem.MEDIA_TYPE);
            setHeader("Content-Language", locale.toLanguageTag());
            getOutputStream().write(jsonb.toJson(problem).getBytes(StandardCharsets.UTF_8));
            flushBuffer();
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
