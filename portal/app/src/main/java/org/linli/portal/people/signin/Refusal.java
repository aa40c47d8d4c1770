package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Problem;
import org.linli.portal.platform.problem.Problems;

/** Answers a request that may not pass: a problem for programs, the sign-in page for people. */
@ApplicationScoped
public class Refusal {
    private final Problems problems;
    private final Jsonb jsonb = JsonbBuilder.create();

    @Inject
    public Refusal(Problems problems) {
        this.problems = problems;
    }

    void withProblem(HttpServletRequest request, HttpServletResponse response, DomainException why) {
        Locale locale = Language.of(request);
        Problem problem = problems.of(why, locale);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"linli\"");
        }
        write(response, jsonb.toJson(problem));
    }

    /** Leads to the sign-in page, and from there back; an Ajax request of Faces is told so in its own words. */
    void withSignInPage(HttpServletRequest request, HttpServletResponse response) {
        redirect(request, response, request.getContextPath() + "/sign-in.xhtml?next=" + encoded(here(request)));
    }

    /** Leads to the page on which a temporary password is changed. */
    void withPasswordPage(HttpServletRequest request, HttpServletResponse response) {
        redirect(request, response, request.getContextPath() + "/change-password.xhtml");
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String target) {
        response.setHeader("Cache-Control", "no-store");
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml");
            response.setCharacterEncoding("UTF-8");
            write(
                    response,
                    "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                            + target.replace("&", "&amp;")
                                    .replace("\"", "&quot;")
                                    .replace("<", "&lt;")
                            + "\"/></partial-response>");
            return;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", target);
    }

    private static String here(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : queryOfPage(request);
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** A form is sent without the query of its page; the browser says beside it where it stood. */
    private static @Nullable String queryOfPage(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        try {
            URI page = new URI(referer == null ? "" : referer);
            boolean same = request.getServerName().equals(page.getHost())
                    && request.getRequestURI().equals(page.getRawPath());
            return same ? page.getRawQuery() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void write(HttpServletResponse response, String body) {
        try {
            response.getWriter().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
