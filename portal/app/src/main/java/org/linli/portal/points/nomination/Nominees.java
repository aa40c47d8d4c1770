package org.linli.portal.points.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.PersonView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/**
 * Finds whom somebody means. Neighbours know each other by name, and nobody may read the list of people: only a whole name or
 * public number is found.
 */
@ApplicationScoped
public class Nominees {
    private static final int LOOKED_AT = 50;

    private final Caller caller;
    private final People people;

    @Inject
    public Nominees(Caller caller, People people) {
        this.caller = caller;
        this.people = people;
    }

    /**
     * The one person of the caller's community with that name or number.
     *
     * @throws DomainException 400 naming the field nominee when there is none, or more than one
     */
    public long find(@Nullable String nameOrNumber) {
        Violations violations = new Violations();
        OptionalLong found = look(nameOrNumber, violations);
        violations.throwIfAny();
        return found.orElseThrow();
    }

    /** The same for who looks at more fields: what is wrong is added to the violations. */
    public OptionalLong look(@Nullable String nameOrNumber, Violations violations) {
        String text = nameOrNumber == null ? "" : nameOrNumber.strip();
        if (text.isEmpty()) {
            violations.required(text, "nominee");
            return OptionalLong.empty();
        }
        List<PersonView> found = people.search(caller.communityId(), text, LOOKED_AT).stream()
                .filter(person ->
                        person.name().equals(text) || person.publicNumber().equalsIgnoreCase(text))
                .toList();
        if (found.size() != 1) {
            String code = found.isEmpty() ? "points.nobody-of-that-name" : "points.several-of-that-name";
            violations.check(false, "nominee", code);
            return OptionalLong.empty();
        }
        return OptionalLong.of(found.get(0).id());
    }
}
