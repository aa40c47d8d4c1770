package org.linli.portal.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.problem.Problem;
import org.linli.portal.platform.problem.Problems;

/**
 * What a desk refuses is shown on the page that asked, with the same words as REST gives; views need no try and catch.
 *
 * <p>After a post the page stays as it was filled in, with a message (at the field when a component has the field's
 * name as id or as its attribute {@code field}). A page that cannot be opened answers with the 403, 404 or 500 page.
 */
public class PageProblems extends ExceptionHandlerWrapper {
    /** Request attribute with the correlation id of an unexpected failure, read by the error page. */
    static final String INCIDENT = "linli.incident";

    /** Attribute of an input in a repeated row: the name of its field. */
    private static final String FIELD = "field";

    /** Request parameter with the client id of what was pressed. */
    private static final String SOURCE = "jakarta.faces.source";

    PageProblems(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEvent event = events.next();
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                answer(faces, event.getContext().getException());
            } catch (IOException e) {
                throw new FacesException(e);
            }
            events.remove();
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable failure) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (SqlFailure.find(failure, ViewExpiredException.class) != null) {
            external.redirect(external.getRequestContextPath() + "/errors/expired.xhtml");
            faces.responseComplete();
            return;
        }
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        Problem problem = CDI.current().select(Problems.class).get().of(failure, Language.of(request));
        boolean canRender = faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        if (problem.status() == 401) {
            external.redirect(signIn(external, request));
            faces.responseComplete();
        } else if (faces.isPostback() && canRender) {
            show(faces, problem);
        } else if (!external.isResponseCommitted()) {
            refuse(faces, problem);
        }
    }

    private static void refuse(FacesContext faces, Problem problem) throws IOException {
        ExternalContext external = faces.getExternalContext();
        external.getRequestMap().put(INCIDENT, problem.instance());
        int status = problem.status() == 403 || problem.status() == 500 ? problem.status() : 404;
        external.responseReset();
        external.responseSendError(status, null);
        faces.responseComplete();
    }

    private static void show(FacesContext faces, Problem problem) {
        boolean placed = false;
        if (problem.errors() != null) {
            for (Problem.FieldError error : problem.errors()) {
                String clientId = clientId(faces, error.pointer().substring(1));
                placed |= clientId != null;
                faces.addMessage(clientId, message(error.detail()));
            }
        }
        if (!placed || problem.errors() == null) {
            faces.addMessage(null, message(problem.detail()));
        }
        faces.validationFailed();
        faces.renderResponse();
    }

    private static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
    }

    /** Client id of the input of that field, of several the one nearest to the button that was pressed; or null. */
    private static @Nullable String clientId(FacesContext faces, String field) {
        String source = faces.getExternalContext().getRequestParameterMap().getOrDefault(SOURCE, "");
        String[] found = new String[1];
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (visit, component) -> {
            if (component instanceof UIInput && isNamed(component, field)) {
                String id = component.getClientId(faces);
                if (found[0] == null || nearness(id, source) > nearness(found[0], source)) {
                    found[0] = id;
                }
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }

    /** By its id, or in a repeated row by its attribute. */
    private static boolean isNamed(UIComponent component, String field) {
        return field.equals(component.getId())
                || field.equals(component.getAttributes().get(FIELD));
    }

    /** How long both begin alike: ids name the form and the row that a component is in. */
    private static int nearness(String one, String other) {
        int alike = 0;
        while (alike < Math.min(one.length(), other.length()) && one.charAt(alike) == other.charAt(alike)) {
            alike++;
        }
        return alike;
    }

    private static String signIn(ExternalContext external, HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String next = URLEncoder.encode(request.getServletPath() + query, StandardCharsets.UTF_8);
        return external.getRequestContextPath() + "/sign-in.xhtml?next=" + next;
    }
}
