package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.signin.Sessions;
import org.linli.portal.people.signin.SignIn;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.Client;
import org.linli.portal.platform.web.LocalPage;

/** The sign-in page. */
@Named("signIn")
@RequestScoped
public class SignInView {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Client client;
    private final ExternalContext external;

    private @Nullable String login;
    private @Nullable String password;
    private boolean remember;
    private @Nullable String next;

    @Inject
    public SignInView(SignIn signIn, Sessions sessions, Client client, ExternalContext external) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.client = client;
        this.external = external;
    }

    /** Signs in and goes on to the page that was asked for. */
    public void enter() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        SignIn.Credentials credentials = new SignIn.Credentials(login, password, client.address(request));
        SignedIn signedIn = check(credentials);
        sessions.begin(request, (HttpServletResponse) external.getResponse(), signedIn, remember);
        external.redirect(target(external.getRequestContextPath()));
    }

    /** Here a wrong password is something to correct, not a reason to be sent to this very page. */
    private SignedIn check(SignIn.Credentials credentials) {
        try {
            return signIn.check(credentials);
        } catch (DomainException e) {
            throw e.kind() == DomainException.Kind.UNAUTHENTICATED
                    ? DomainException.invalid(e.code(), e.arguments().toArray())
                    : e;
        }
    }

    /** The page that was asked for, if it is one of ours; else the home page. */
    private String target(String contextPath) {
        String home = contextPath + "/home.xhtml";
        String asked = next == null ? home : next;
        boolean leadsBack = asked.contains("/sign-in.xhtml") || asked.contains("/sign-out");
        return !leadsBack && LocalPage.is(asked, contextPath) ? asked : home;
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
