package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.orders.domain.Stage;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.PersonView;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;

/** For whom the caller may place orders: for themselves, and by office for the residents of their unit. */
@ApplicationScoped
public class Principals {
    private static final Set<Role> HELPERS =
            EnumSet.of(Role.GRID_WORKER, Role.BUTLER, Role.DISPATCHER, Role.COMMUNITY_ADMIN);
    private static final int READ = 50;

    private final People people;
    private final PlacingRules rules;
    private final Orders orders;
    private final Caller caller;

    @Inject
    Principals(People people, PlacingRules rules, Orders orders, Caller caller) {
        this.people = people;
        this.rules = rules;
        this.orders = orders;
        this.caller = caller;
    }

    /** Whether the caller places orders for others by office. */
    public boolean isHelper() {
        return HELPERS.stream().anyMatch(caller::holdsAnywhere);
    }

    /** Residents by name, pinyin or number for whom the caller may place an order; none for a blank text. */
    public List<PersonView> search(String text, int limit) {
        if (text.isBlank() || !isHelper()) {
            return List.of();
        }
        long community = caller.workplace(HELPERS).orElseGet(caller::communityId);
        Set<Role> places = orders.packOf(community).stages().by(Stage.PLACE);
        return people.search(community, text, READ).stream()
                .filter(p -> p.id() != caller.personId())
                .filter(p -> rules.mayHelp(p.communityId(), p.homeUnitId(), places))
                .limit(limit)
                .toList();
    }

    /** Whether the caller may be told where that person lives: it is themselves, or one whom they help by office. */
    public boolean mayKnowHome(PersonView person) {
        return person.id() == caller.personId()
                || rules.mayHelp(
                        person.communityId(),
                        person.homeUnitId(),
                        orders.packOf(person.communityId()).stages().by(Stage.PLACE));
    }

    /**
     * Who is to be served; their home may be shown if {@link #mayKnowHome}.
     *
     * @throws DomainException 404 when the caller may not know of that person
     */
    public PersonView principal(long personId) {
        PersonView person = people.person(personId);
        caller.requireSees(person.communityId());
        return person;
    }
}
