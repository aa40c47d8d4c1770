package org.linli.portal.people.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.people.signin.Doors;

/** Keeps people out of pages that have nothing for them, and signed-in pages out of the browser's cache. */
@WebFilter("*.xhtml")
public class PageRights extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (caller.isSignedIn()) {
            response.setHeader("Cache-Control", "no-store");
            String path = Doors.path(request);
            if (Places.at(path).filter(place -> !place.letsIn(roles())).isPresent()) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Set<Role> roles() {
        return caller.identity().grants().stream().map(Identity.Held::role).collect(Collectors.toSet());
    }
}
