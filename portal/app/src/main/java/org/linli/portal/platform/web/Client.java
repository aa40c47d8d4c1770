package org.linli.portal.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from. Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto itself, the setting
 * linli.behind-proxy=true makes them count; otherwise anybody could write them.
 */
@ApplicationScoped
public class Client {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

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

    /** Where the portal is for the client, {@code https://portal.example}: for addresses that leave the browser. */
    public String origin(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String known = host != null && HOST.matcher(host).matches()
                ? host
                : request.getServerName() + ":" + request.getServerPort();
        return (isSecure(request) ? "https://" : "http://") + known;
    }
}
