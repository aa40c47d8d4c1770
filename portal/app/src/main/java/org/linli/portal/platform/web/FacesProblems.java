package org.linli.portal.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.problem.Problem;
import org.linli.portal.platform.problem.Problems;

/** Shows on a page what REST would answer as a problem: at the field whose id is the field's name, else on top. */
@ApplicationScoped
public class FacesProblems {
    private final Problems problems;
    private final Messages messages;
    private final Language language;

    @Inject
    public FacesProblems(Problems problems, Messages messages, Language language) {
        this.problems = problems;
        this.messages = messages;
        this.language = language;
    }

    /** Runs the action; shows its failure and answers false when there is one. */
    public boolean attempt(Runnable action) {
        return attempt(() -> {
                    action.run();
                    return Boolean.TRUE;
                })
                != null;
    }

    /** The action's result; null after its failure was shown. */
    public <T> @Nullable T attempt(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) { // whatever it is, it is shown as a problem without internals
            show(e);
            return null;
        }
    }

    /** Shows a failure. */
    public void show(Throwable failure) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Problem problem = problems.of(failure, language.locale());
        faces.validationFailed();
        List<Problem.FieldError> errors = problem.errors() == null ? List.of() : problem.errors();
        if (errors.isEmpty()) {
            faces.addMessage(null, error(problem.detail()));
        }
        errors.forEach(fieldError -> show(faces, fieldError));
    }

    /** Says that something was done; survives a redirect. */
    public void done(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = messages.text(language.locale(), key, arguments);
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    }

    private static void show(FacesContext faces, Problem.FieldError fieldError) {
        UIComponent field = find(faces, fieldError.pointer().substring(1));
        if (field instanceof EditableValueHolder input) {
            input.setValid(false);
        }
        faces.addMessage(field == null ? null : field.getClientId(faces), error(fieldError.detail()));
    }

    private static @Nullable UIComponent find(FacesContext faces, String id) {
        UIComponent[] found = new UIComponent[1];
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (visit, component) -> {
            if (id.equals(component.getId())) {
                found[0] = component;
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }

    private static FacesMessage error(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }
}
