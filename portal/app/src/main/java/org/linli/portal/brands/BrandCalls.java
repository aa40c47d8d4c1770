package org.linli.portal.brands;

import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.linli.plugin.Problem;
import org.linli.plugin.StepHandler;
import org.linli.plugin.effect.Effect;

/**
 * How features ask a brand; the host answers within bounds of time and failures. Never call {@link #rank}, {@link #validate} and
 * {@link #complete} inside a transaction: they run code of a plugin.
 */
public interface BrandCalls {
    /** What the brand's rule adds to the core's ranking; nothing when there is no rule or it fails. */
    List<DispatchRule.Score> rank(BrandRef brand, OrderView order, List<DispatchRule.Candidate> candidates);

    /**
     * What is wrong with the input of a step.
     *
     * @param handler as in the descriptor
     * @throws org.linli.portal.platform.problem.DomainException 503 {@code brands.call-failed} when the brand does not answer
     */
    List<Problem> validate(BrandRef brand, String handler, OrderView order, Data input);

    /**
     * Asks the brand to complete a step for the caller; nothing is changed by it.
     *
     * @throws org.linli.portal.platform.problem.DomainException 503 {@code brands.call-failed} when the brand does not answer
     */
    StepHandler.Result complete(BrandRef brand, String handler, OrderView order, Data input);

    /**
     * Applies effects in the present transaction, or in one of its own when there is none: all or none.
     *
     * @param personId for whom, null for the portal
     * @throws org.linli.portal.platform.problem.DomainException when one is not allowed or does not fit
     */
    void apply(BrandRef brand, @org.jspecify.annotations.Nullable Long personId, List<Effect> effects);
}
