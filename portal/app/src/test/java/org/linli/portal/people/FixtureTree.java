package org.linli.portal.people;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;

/** The fixture's units, without JPA. */
final class FixtureTree extends OrgTree {
    FixtureTree() {
        super((EntityManager) Proxy.newProxyInstance(
                FixtureTree.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> null));
    }

    @Override
    public Optional<OrgUnitView> find(long id) {
        return Stream.of(PeopleFixture.STREET, PeopleFixture.A, PeopleFixture.B, PeopleFixture.GRID_A)
                .filter(unit -> unit.id() == id)
                .findFirst();
    }
}
