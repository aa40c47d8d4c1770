package org.linli.portal.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.AccountDesk;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PeopleDesk;
import org.linli.portal.people.PersonView;
import org.linli.portal.people.signin.AccessTokens;
import org.linli.portal.people.signin.Sessions;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.web.PageMessages;

/** One's own account: data, password, API tokens. */
@Named("account")
@ViewScoped
public class AccountView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AccountDesk desk;

    @Inject
    private transient PeopleDesk people;

    @Inject
    private transient Caller caller;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient PageMessages messages;

    private @Nullable String oldPassword;
    private @Nullable String password;
    private transient @Nullable PersonView me;
    private transient List<AccessTokens.Listed> tokens = List.of();

    @PostConstruct
    void load() {
        me = people.person(caller.personId());
        tokens = desk.tokens();
    }

    /** Changes the password; this browser stays signed in, all others do not. */
    public String changePassword() {
        SignedIn renewed = desk.changePassword(oldPassword, password);
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        sessions.renew(
                (HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse(), renewed);
        messages.done("people.account.passwordChanged");
        return "/account.xhtml?faces-redirect=true";
    }

    public void revoke(long tokenId) {
        desk.revokeToken(tokenId);
        load();
        messages.done("people.account.tokenRevoked");
    }

    public @Nullable PersonView getMe() {
        return me;
    }

    public List<AccessTokens.Listed> getTokens() {
        return tokens;
    }

    public @Nullable String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(@Nullable String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
