package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.linli.portal.platform.web.Client;

/** The remember-me cookie: HttpOnly, SameSite=Lax, Secure over https. */
@ApplicationScoped
public class RememberCookie {
    private static final String NAME = "linli_remember";

    private final Client client;

    @Inject
    public RememberCookie(Client client) {
        this.client = client;
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(NAME) && !cookie.getValue().isBlank()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    void give(HttpServletRequest request, HttpServletResponse response, String secret) {
        write(request, response, secret, (int)
                AccessTokens.Kind.REMEMBER.lifetime().toSeconds());
    }

    void take(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", 0);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String secret, int seconds) {
        Cookie cookie = new Cookie(NAME, secret);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(client.isSecure(request));
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
