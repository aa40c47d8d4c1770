package org.linli.portal.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;

/** The public first page: it greets visitors and sends those who are signed in to their own home. */
@Named
@ApplicationScoped
public class Landing {

    /** Redirects a signed-in person to {@code /home.xhtml}; does nothing for a visitor. */
    public void welcome() throws IOException {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        if (request.getUserPrincipal() != null) {
            request.redirect(request.getRequestContextPath() + "/home.xhtml");
        }
    }
}
