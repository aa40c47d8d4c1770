package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.plugin.Problem;
import org.linli.portal.platform.i18n.Language;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Problems;

/** A refusal in words, each at the input of a brand's form that it speaks of. */
@RequestScoped
public class BrandRefusal {
    private final Problems problems;
    private final Language language;

    @Inject
    public BrandRefusal(Problems problems, Language language) {
        this.problems = problems;
        this.language = language;
    }

    List<Problem> told(DomainException refused) {
        var problem = problems.of(refused, language.locale());
        return problem.errors() == null || problem.errors().isEmpty()
                ? List.of(new Problem("", String.valueOf(problem.detail())))
                : problem.errors().stream()
                        .map(error -> new Problem(error.pointer().substring(1), error.detail()))
                        .toList();
    }
}
