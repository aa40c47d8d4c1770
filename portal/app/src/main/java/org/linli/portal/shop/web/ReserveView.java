package org.linli.portal.shop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.shop.Coverage;
import org.linli.portal.shop.CoverageQueries;

/** How far goods back the points of the community in which the viewer works. */
@Named("reserveView")
@RequestScoped
public class ReserveView {
    private final CoverageQueries queries;
    private final Caller caller;
    private @Nullable Coverage coverage;

    @Inject
    public ReserveView(CoverageQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /** Reads it, or answers 403. */
    public void load() {
        getCoverage();
    }

    public Coverage getCoverage() {
        if (coverage == null) {
            long community = caller.workplace(Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR))
                    .orElseThrow(() -> DomainException.forbidden("people.role-needed"));
            coverage = queries.coverage(community);
        }
        return coverage;
    }
}
