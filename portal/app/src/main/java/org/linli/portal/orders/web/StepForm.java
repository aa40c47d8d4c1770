package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Problem;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.BrandForms;
import org.linli.portal.brands.BrandForms.Sent;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.BrandOrderDetail.Waiting;
import org.linli.portal.orders.OrderRef;
import org.linli.portal.orders.StepDesk;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.web.PageMessages;

/** The form of the step that waits for the viewer. What was typed stays until the brand accepts it. */
@Named
@RequestScoped
public class StepForm {
    private final BrandForms forms;
    private final StepDesk desk;
    private final BrandRefusal refusal;
    private final PageMessages messages;
    private @Nullable Sent sent;

    @Inject
    public StepForm(BrandForms forms, StepDesk desk, BrandRefusal refusal, PageMessages messages) {
        this.forms = forms;
        this.desk = desk;
        this.refusal = refusal;
        this.messages = messages;
    }

    /** Whether there is a step for the viewer. */
    public boolean isFor(BrandPart part) {
        return part.isPresent() && waiting(part) != null;
    }

    private static @Nullable Waiting waiting(BrandPart part) {
        Waiting waiting = part.getDetail().step();
        return waiting != null && waiting.mine() ? waiting : null;
    }

    /** Its inputs, with what was typed and what is wrong with it. */
    public List<?> inputs(BrandPart part) {
        Waiting waiting = waiting(part);
        if (waiting == null) {
            return List.of();
        }
        BrandRef brand = part.getBrand();
        return forms.inputs(brand, forms.fields(brand, waiting.form()), sent);
    }

    /** What is wrong and belongs to no input. */
    public List<String> getComplaints() {
        return sent == null
                ? List.of()
                : sent.problems().stream()
                        .filter(problem -> problem.field().isEmpty())
                        .map(Problem::text)
                        .toList();
    }

    /** Takes the step with what was typed. */
    public @Nullable String send(BrandPart part, long orderId) {
        Waiting waiting = waiting(part);
        if (waiting == null) {
            throw DomainException.conflict("orders.step-not-open");
        }
        List<Widget.Field> fields = forms.fields(part.getBrand(), waiting.form());
        Sent typed = forms.read(part.getBrand(), fields);
        sent = typed;
        if (!typed.problems().isEmpty()) {
            return null;
        }
        try {
            desk.take(OrderRef.latest(orderId), waiting.code(), typed.values());
        } catch (DomainException e) {
            sent = new Sent(typed.values(), refusal.told(e));
            return null;
        }
        messages.done("orders.page.brand.stepDone");
        return "/order-detail.xhtml?id=" + orderId + "&faces-redirect=true";
    }
}
