package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto itself, the setting
 * linli.behind-proxy=true makes them count; otherwise anybody could write them.
 */
@ApplicationScoped
public class Client {
    private final boolean behindProxy;

    @Inject
    public Client(@ConfigProperty(name = "linli.behind-proxy", defaultValue = "false") boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** Network address: with a proxy the last one it names, which the proxy saw itself. */
    public String address(HttpServletRequest request) {
        String forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        if (forwarded == null || forwarded.isBlank()) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** Whether the client speaks https. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || (behindProxy && "https".equals(request.getHeader("X-Forwarded-Proto")));
    }

    /**
     * Whether a write that carries a cookie comes from a page of ours: a foreign page can send neither the header
     * X-Requested-With (without being asked first) nor the right Origin.
     */
    static boolean isOwnPage(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader("Origin");
        if (request.getHeader("X-Requested-With") == null) {
            return false;
        }
        boolean sameSite = site == null || site.equals("same-origin") || site.equals("none");
        boolean sameOrigin = origin == null || origin.endsWith("://" + request.getHeader("Host"));
        return sameSite && sameOrigin;
    }
}
