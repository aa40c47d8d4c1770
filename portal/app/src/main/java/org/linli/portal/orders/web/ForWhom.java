package org.linli.portal.orders.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.Principals;
import org.linli.portal.people.Caller;
import org.linli.portal.people.PersonView;

/** Finds the resident for whom somebody else places an order. */
@Named
@RequestScoped
public class ForWhom {
    private static final int MAX_FOUND = 8;

    private final Principals principals;
    private final OrderChoices choices;
    private final OrderWords words;
    private final Caller caller;

    @Inject
    public ForWhom(Principals principals, OrderChoices choices, OrderWords words, Caller caller) {
        this.principals = principals;
        this.choices = choices;
        this.words = words;
        this.caller = caller;
    }

    /** Those who match; the one who was chosen when nothing is typed. */
    public List<PersonView> found(@Nullable String search, @Nullable Long chosen) {
        if (search == null || search.isBlank()) {
            return chosen == null ? List.of() : List.of(principals.principal(chosen));
        }
        return principals.search(search, MAX_FOUND);
    }

    /** Public number and, for those who help by office, place and masked phone: enough to tell two of the same name apart. */
    public String note(PersonView person) {
        if (!principals.mayKnowHome(person)) {
            return person.publicNumber();
        }
        String phone = person.maskedPhone() == null ? "" : " · " + person.maskedPhone();
        String place = words.place(choices.placeName(person.homeUnitId()), person.address());
        return person.publicNumber() + " · " + place + phone;
    }

    /** Name of whoever is to be served; null means the viewer. */
    public String name(@Nullable Long personId) {
        return person(personId).name();
    }

    /** Where they live. */
    public long home(@Nullable Long personId) {
        return person(personId).homeUnitId();
    }

    private PersonView person(@Nullable Long personId) {
        return principals.principal(personId == null ? caller.personId() : personId);
    }
}
