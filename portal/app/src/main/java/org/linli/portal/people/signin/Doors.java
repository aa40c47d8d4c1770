package org.linli.portal.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** What may be opened without a sign-in; everything else may not. */
public final class Doors {
    private static final Set<String> PAGES = Set.of(
            "/",
            "/index.xhtml",
            "/sign-in.xhtml",
            "/sign-up.xhtml",
            "/journal.xhtml",
            "/style-guide.xhtml",
            "/sign-out",
            "/preferences",
            "/favicon.ico",
            "/robots.txt");
    private static final List<String> PREFIXES =
            List.of("/jakarta.faces.resource/", "/errors/", "/health", "/openapi", "/docs", "/webjars/", "/public/");
    private static final Set<String> API =
            Set.of("POST /api/v1/tokens", "POST /api/v1/sign-ups", "GET /api/v1/sign-ups/places");

    private static final String ROOTS = "/api/v1/published-journals";

    private static final Set<String> OWN_PASSWORD = Set.of(
            "GET /change-password.xhtml",
            "POST /change-password.xhtml",
            "GET /api/v1/me",
            "PUT /api/v1/me/password",
            "DELETE /api/v1/tokens/current");

    private Doors() {}

    /** Path within the application as the container mapped it: decoded, so that no spelling of it goes unseen. */
    public static String path(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.isEmpty() ? "/" : path;
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/");
    }

    /** Resources of pages: nobody is looked up for them. */
    static boolean isResource(String path) {
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/webjars/");
    }

    /** What opens to somebody who signed in with a temporary password. */
    static boolean isForOwnPassword(String method, String path) {
        return isPublic(method, path) || OWN_PASSWORD.contains(method + " " + path);
    }

    static boolean isPublic(String method, String path) {
        return PAGES.contains(path)
                || PREFIXES.stream().anyMatch(path::startsWith)
                || API.contains(method + " " + path)
                || (method.equals("GET") && path.startsWith(ROOTS));
    }
}
