package org.linli.portal.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a browser is told about every answer (OWASP Secure Headers): no guessing of types, no framing, no referrer to
 * others, nothing personal kept in caches. Pages bring their own content security policy with nonces (PrimeFaces).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String OWN_FILES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        write((HttpServletRequest) request, answer);
        chain.doFilter(request, new LocalRedirects(answer));
    }

    /** Writes them; what answers before any filter, as a refused sign-in, calls this itself. */
    public static void write(HttpServletRequest request, HttpServletResponse headers) {
        String path = request.getServletPath();
        headers.setHeader("X-Content-Type-Options", "nosniff");
        headers.setHeader("X-Frame-Options", "DENY");
        headers.setHeader("Referrer-Policy", "same-origin");
        headers.setHeader("Permissions-Policy", "geolocation=(), microphone=(), camera=(self)");
        if (path.startsWith("/api")) {
            headers.setHeader("Content-Security-Policy", NOTHING);
            headers.setHeader("Cache-Control", "no-store");
        } else if (path.startsWith("/docs")) {
            headers.setHeader("Content-Security-Policy", OWN_FILES);
        } else if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource")) {
            headers.setHeader("Cache-Control", "no-store");
        }
    }
}
