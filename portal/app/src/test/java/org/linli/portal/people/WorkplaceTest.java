package org.linli.portal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.Identity.Held;

/** In which community somebody works. */
class WorkplaceTest {
    private static final Set<Role> ROLES = Set.of(Role.DISPATCHER, Role.GRID_WORKER);

    private static Optional<Long> workplace(Held... grants) {
        Caller caller = new Caller(new OrgTree(null) {
            @Override
            public OrgUnitView unit(long id) {
                return find(id).orElseThrow();
            }

            @Override
            public Optional<OrgUnitView> find(long id) {
                return List.of(PeopleFixture.STREET, PeopleFixture.A, PeopleFixture.B, PeopleFixture.GRID_A).stream()
                        .filter(unit -> unit.id() == id)
                        .findFirst();
            }
        });
        caller.become(new Identity(9, "陈晓敏", PeopleFixture.B.id(), List.of(grants)));
        return caller.workplace(ROLES);
    }

    @Test
    void it_is_ones_own_community_when_the_role_holds_there() {
        assertThat(workplace(held(Role.GRID_WORKER, PeopleFixture.GRID_A), held(Role.DISPATCHER, PeopleFixture.STREET)))
                .contains(PeopleFixture.B.id());
    }

    @Test
    void else_it_is_the_community_of_the_unit_at_which_one_was_appointed() {
        assertThat(workplace(held(Role.RESIDENT, PeopleFixture.B), held(Role.DISPATCHER, PeopleFixture.A)))
                .contains(PeopleFixture.A.id());
        assertThat(workplace(held(Role.GRID_WORKER, PeopleFixture.GRID_A))).contains(PeopleFixture.A.id());
    }

    @Test
    void without_such_a_role_there_is_none() {
        assertThat(workplace(held(Role.SHOPKEEPER, PeopleFixture.A))).isEmpty();
    }

    private static Held held(Role role, OrgUnitView unit) {
        return new Held(role, unit.id(), unit.path());
    }
}
