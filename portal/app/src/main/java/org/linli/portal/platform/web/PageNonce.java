package org.linli.portal.platform.web;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that comes without the page's nonce, because no script put it in, is answered with a new one; PrimeFaces would
 * fail while it shows the page, and again while it shows the error page. A wrong nonce is of a page that is gone.
 */
public class PageNonce implements PhaseListener {
    private static final long serialVersionUID = 1L;
    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (!faces.isPostback() || faces.getResponseComplete() || faces.getViewRoot() == null) {
            return;
        }
        ExternalContext external = faces.getExternalContext();
        Map<String, Object> ofPage = faces.getViewRoot().getViewMap();
        @Nullable String sent = external.getRequestParameterMap().get(NONCE);
        boolean missing = sent == null || sent.isBlank();
        if (missing && !faces.getPartialViewContext().isAjaxRequest()) {
            ofPage.remove(NONCE);
            // after a forward PrimeFaces expects none and makes a new one
            external.getRequestMap().putIfAbsent(RequestDispatcher.FORWARD_REQUEST_URI, "");
        } else if (missing || !isRight(String.valueOf(sent), ofPage.get(NONCE))) {
            expired(faces);
        }
    }

    private static boolean isRight(String sent, @Nullable Object known) {
        if (known != null) {
            return known.equals(sent);
        }
        try {
            return UUID.fromString(new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8)) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void expired(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + "/errors/expired.xhtml");
        } catch (IOException e) {
            throw new FacesException(e);
        }
        faces.responseComplete();
    }
}
