package org.linli.portal.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;

/** Says on top of the page that something was done; the word survives a redirect. */
@ApplicationScoped
public class PageMessages {
    private final Messages messages;
    private final Language language;

    @Inject
    public PageMessages(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    /** Shows the text of that key as done. */
    public void done(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        String text = messages.text(language.locale(), key, arguments);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    }
}
