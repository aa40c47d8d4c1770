package org.linli.portal.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AccountDesk;
import org.linli.portal.people.signin.Sessions;
import org.linli.portal.platform.web.PageMessages;

/** The page after a sign-in with a temporary password: a password of one's own comes first. */
@Named("changePassword")
@RequestScoped
public class ChangePasswordView {
    private final AccountDesk desk;
    private final Sessions sessions;
    private final ExternalContext external;
    private final PageMessages messages;
    private @Nullable String password;

    @Inject
    public ChangePasswordView(AccountDesk desk, Sessions sessions, ExternalContext external, PageMessages messages) {
        this.desk = desk;
        this.sessions = sessions;
        this.external = external;
        this.messages = messages;
    }

    /** Sets the password and goes on to the home page. */
    public String change() {
        sessions.renew(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                desk.replaceTemporaryPassword(password));
        messages.done("people.account.passwordChanged");
        return "/home.xhtml?faces-redirect=true";
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
