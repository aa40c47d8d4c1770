package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.SecurityHeaders;

/**
 * Says who is asking, for every request: a bearer token (API only), else the session, else the remember-me cookie. What
 * is not public is refused without one of them.
 *
 * <p>A mechanism of our own, because the ready ones redirect bearer calls, lose the groups after it and keep the
 * session id.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;
    private final Bearers bearers;
    private final Sessions sessions;
    private final Identities identities;
    private final Refusal refusal;

    @Inject
    public PortalAuthentication(
            Caller caller, Bearers bearers, Sessions sessions, Identities identities, Refusal refusal) {
        this.caller = caller;
        this.bearers = bearers;
        this.sessions = sessions;
        this.identities = identities;
        this.refusal = refusal;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = Doors.path(request);
        if (Doors.isResource(path)) {
            return context.doNothing();
        }
        SecurityHeaders.write(request, response); // what is refused here reaches no filter
        String header = request.getHeader("Authorization");
        if (Doors.isApi(path) && header != null) {
            return withBearer(request, response, context, header);
        }
        Optional<Identity> identity = ofBrowser(request, response);
        if (identity.isEmpty()) {
            return nobody(request, response, context);
        }
        if (Doors.isApi(path) && !READING.contains(request.getMethod()) && !isOwnPage(request)) {
            refusal.withProblem(request, response, DomainException.forbidden("people.foreign-page"));
            return AuthenticationStatus.SEND_FAILURE;
        }
        return enter(request, response, context, identity.get());
    }

    private AuthenticationStatus withBearer(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String header) {
        Optional<Identity> identity = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? bearers.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        if (identity.isPresent()) {
            return enter(request, response, context, identity.get());
        }
        refusal.withProblem(request, response, DomainException.unauthenticated());
        return AuthenticationStatus.SEND_FAILURE;
    }

    private Optional<Identity> ofBrowser(HttpServletRequest request, HttpServletResponse response) {
        Optional<Identity> ofSession = sessions.present(request).flatMap(identities::of);
        return ofSession.isPresent()
                ? ofSession
                : sessions.resume(request, response, identities).flatMap(identities::of);
    }

    private AuthenticationStatus nobody(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = Doors.path(request);
        if (Doors.isPublic(request.getMethod(), path)) {
            return context.doNothing();
        }
        if (Doors.isApi(path)) {
            refusal.withProblem(request, response, DomainException.unauthenticated());
            return AuthenticationStatus.SEND_FAILURE;
        }
        refusal.withSignInPage(request, response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** A temporary password opens nothing but the place where it is changed. */
    private AuthenticationStatus enter(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, Identity identity) {
        String path = Doors.path(request);
        if (!identity.mustChangePassword() || Doors.isForOwnPassword(request.getMethod(), path)) {
            return become(context, identity);
        }
        if (Doors.isApi(path)) {
            refusal.withProblem(request, response, DomainException.forbidden("people.change-password-first"));
            return AuthenticationStatus.SEND_FAILURE;
        }
        refusal.withPasswordPage(request, response);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private AuthenticationStatus become(HttpMessageContext context, Identity identity) {
        caller.become(identity);
        Set<String> roles =
                identity.grants().stream().map(held -> held.role().name()).collect(Collectors.toUnmodifiableSet());
        return context.notifyContainerAboutLogin(Long.toString(identity.personId()), roles);
    }

    /**
     * Whether a write that carries a cookie comes from a page of ours: a foreign page can send neither the header
     * X-Requested-With (without being asked first) nor the right Origin.
     */
    private static boolean isOwnPage(HttpServletRequest request) {
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
