package org.linli.portal.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Leads on by path alone. The server would put scheme and host before it as the request names them: the host is
 * whatever somebody wrote, and behind a proxy the scheme is not the client's.
 */
final class LocalRedirects extends HttpServletResponseWrapper {
    LocalRedirects(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (!LocalPage.is(location, "")) {
            super.sendRedirect(location);
            return;
        }
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", location);
        flushBuffer();
    }
}
