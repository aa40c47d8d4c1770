package org.linli.portal.brands.web;

import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.Problem;

/** What was typed into a form that was not accepted, and what is wrong with it. */
record Typed(int form, Data values, List<Problem> problems) {
    String error(String field) {
        return problems.stream()
                .filter(problem ->
                        problem.field().equals(field) || problem.field().startsWith(field + "."))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }
}
