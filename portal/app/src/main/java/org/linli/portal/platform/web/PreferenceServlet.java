package org.linli.portal.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;

/**
 * Keeps a display preference and returns to the page where the reader was: {@code POST /preferences} with {@code
 * lang}, {@code elder} or {@code size}, and {@code back}. A plain form is enough, no script. Values that are not
 * offered are ignored; {@code back} can only lead to a page of this site.
 */
@WebServlet(urlPatterns = "/preferences")
public class PreferenceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;
    private static final Map<String, Pattern> OFFERED = Map.of(
            Language.COOKIE, Pattern.compile("zh-CN|en"),
            Preferences.ELDER, Pattern.compile("[01]"),
            Preferences.SIZE, Pattern.compile("[123]"));

    @Inject
    private transient Client client;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OFFERED.forEach((name, values) -> {
            String value = request.getParameter(name);
            if (value != null && values.matcher(value).matches()) {
                response.addCookie(kept(name, value, request));
            }
        });
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", pageToReturnTo(request.getParameter("back"), request.getContextPath()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/");
    }

    static String pageToReturnTo(@Nullable String back, String contextPath) {
        return LocalPage.is(back, contextPath) ? String.valueOf(back) : contextPath + "/";
    }

    private Cookie kept(String name, String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(ONE_YEAR_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(client.isSecure(request));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
