package org.linli.portal.brands.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** Releases concern the whole portal: who handles them is operator at the top of the tree. */
@ApplicationScoped
public class OperatorRight {
    private final Caller caller;

    @Inject
    public OperatorRight(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lets operators of the portal through.
     *
     * @throws DomainException 401, 403
     */
    public void require() {
        if (!holds()) {
            throw DomainException.forbidden("brands.operators-only");
        }
    }

    /** Whether the caller is one. */
    public boolean holds() {
        return caller.identity().grants().stream()
                .anyMatch(held -> held.role() == Role.OPERATOR && isTop(held.unitPath()));
    }

    long personId() {
        return caller.personId();
    }

    /** The path of the top is empty (the installation's operator) or has one id, as in {@code 1/}. */
    private static boolean isTop(String path) {
        return path.indexOf('/') == path.length() - 1;
    }
}
