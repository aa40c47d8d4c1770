package org.linli.portal.brands.release;

import java.util.ArrayList;
import java.util.List;
import org.linli.portal.platform.problem.DomainException;

/** Why a release was refused, as it is stored: a code, then its arguments. */
final class Reasons {
    private Reasons() {}

    static List<String> of(DomainException refusal) {
        List<String> reason = new ArrayList<>();
        reason.add(refusal.code());
        refusal.arguments()
                .forEach(argument -> reason.add(String.valueOf(argument).replaceAll("\\R", " ")));
        return reason;
    }
}
