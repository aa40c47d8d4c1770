package org.linli.portal.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.linli.portal.people.signin.PortalAuthentication;

/** Lets Arquillian's own servlet in, which knows no sign-in; everything else goes through the portal's mechanism. */
@Alternative
@Priority(1)
@ApplicationScoped
public class ArquillianDoor implements HttpAuthenticationMechanism {
    @Inject
    private PortalAuthentication portal;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return request.getServletPath().startsWith("/ArquillianServletRunner")
                ? context.doNothing()
                : portal.validateRequest(request, response, context);
    }
}
