package org.linli.portal.people.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.linli.portal.people.signin.Sessions;

/** {@code POST /sign-out}: a plain form is enough. Another site cannot send the cookie with it (SameSite=Lax). */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.end(request, response);
        home(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        home(request, response);
    }

    private static void home(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/");
    }
}
