package org.linli.portal.brands.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;

/** The community whose brands the reader looks after. */
@RequestScoped
public class BrandWorkplace {
    private final Caller caller;

    @Inject
    public BrandWorkplace(Caller caller) {
        this.caller = caller;
    }

    long community() {
        return caller.workplace(Set.of(Role.COMMUNITY_ADMIN)).orElseGet(caller::communityId);
    }

    BrandRef brand(String id) {
        return new BrandRef(id, community());
    }
}
