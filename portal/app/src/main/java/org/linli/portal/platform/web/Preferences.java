package org.linli.portal.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/**
 * How the reader wants pages shown: 长辈版 (elder mode) on or off, and inside it a text size. Kept in cookies, so it
 * holds before sign-in, on every node, and without a database.
 */
@Named("prefs")
@RequestScoped
public class Preferences {

    /** {@code 1} turns 长辈版 on. */
    public static final String ELDER = "elder";
    /** Text size in 长辈版: {@code 1} = 20 px, {@code 2} = 24 px, {@code 3} = 30 px. */
    public static final String SIZE = "size";

    private final boolean elder;
    private final int size;
    private final String here;

    @Inject
    public Preferences(HttpServletRequest request) {
        this.elder = "1".equals(cookie(request, ELDER));
        String chosen = cookie(request, SIZE);
        this.size = chosen.matches("[123]") ? Integer.parseInt(chosen) : 1;
        this.here = address(request);
    }

    /** True in 长辈版. */
    public boolean isElder() {
        return elder;
    }

    /** The chosen text size, 1 to 3; meaningful in 长辈版 only. */
    public int getSize() {
        return size;
    }

    /** Path and query of the page being shown, to come back to after a switch. */
    public String getHere() {
        return here;
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String address(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return request.getContextPath() + "/";
        }
        String query = "GET".equals(request.getMethod()) ? request.getQueryString() : null;
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
