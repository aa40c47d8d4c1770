package org.linli.portal.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Signed-in browsers: a session that remembers person and epoch, and the cookie that begins it anew. */
@ApplicationScoped
public class Sessions {
    private final AccessTokens tokens;
    private final RememberCookie cookie;

    @Inject
    public Sessions(AccessTokens tokens, RememberCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /** Begins a session under a new session id; with a cookie that survives it if asked for. */
    public void begin(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn, boolean remember) {
        remember(request, signedIn);
        if (remember) {
            cookie.give(
                    request,
                    response,
                    tokens.issue(signedIn, AccessTokens.Kind.REMEMBER, "").secret());
        }
    }

    /** Goes on after a change of the password: only this browser stays signed in. */
    public void renew(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        begin(request, response, signedIn, cookie.read(request).isPresent());
    }

    /** Ends session and remember-me token. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(secret -> {
            tokens.revoke(secret);
            cookie.take(request, response);
        });
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<SignedIn> present(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Who the remember-me cookie stands for; begins a session and gives a new cookie for the used one. */
    Optional<SignedIn> resume(HttpServletRequest request, HttpServletResponse response, Identities identities) {
        Optional<String> secret = cookie.read(request);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        Optional<SignedIn> owner = tokens.owner(secret.get(), AccessTokens.Kind.REMEMBER)
                .filter(signedIn -> identities.of(signedIn).isPresent());
        if (owner.isEmpty()) {
            tokens.endStolen(secret.get());
            cookie.take(request, response);
            return owner;
        }
        tokens.rotate(secret.get(), owner.get()).ifPresent(next -> cookie.give(request, response, next.secret()));
        remember(request, owner.get());
        return owner;
    }

    private static void remember(HttpServletRequest request, SignedIn signedIn) {
        request.getSession(true).setAttribute(SignedIn.ATTRIBUTE, signedIn);
        request.changeSessionId();
    }
}
