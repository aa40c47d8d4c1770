package org.linli.portal.brands.call;

import java.util.List;
import org.linli.portal.platform.problem.DomainException;

/** The brand does not work in the community: for whoever asks, there is no such thing (404). */
public class BrandOff extends DomainException {
    private static final long serialVersionUID = 1L;

    public BrandOff() {
        super(Kind.NOT_FOUND, "platform.not-found", List.of(), List.of());
    }
}
