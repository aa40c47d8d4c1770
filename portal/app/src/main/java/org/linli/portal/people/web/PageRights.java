package org.linli.portal.people.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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

    /** Forms behind pages that more people may read than may write. */
    private static final Map<String, Set<Role>> FORMS = Map.of(
            "/admin/back-entry.xhtml", Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER),
            "/admin/tree-import.xhtml", Set.of(Role.OPERATOR));

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (caller.isSignedIn()) {
            response.setHeader("Cache-Control", "no-store");
            String path = Doors.path(request);
            if (!letsIn(path, roles())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean letsIn(String path, Set<Role> held) {
        Set<Role> writers = FORMS.get(path);
        return writers == null
                ? Places.at(path).map(place -> place.letsIn(held)).orElse(true)
                : held.stream().anyMatch(writers::contains);
    }

    private Set<Role> roles() {
        return caller.identity().grants().stream().map(Identity.Held::role).collect(Collectors.toSet());
    }
}
