package org.linli.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;

/** Who is a volunteer of the community today. */
@ApplicationScoped
public class VolunteersOfCommunity implements Audience {
    /** Its name. */
    public static final String NAME = "volunteers";

    private final People people;

    @Inject
    public VolunteersOfCommunity(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Long> after(long communityId, long personId, int limit) {
        return people.holders(Role.VOLUNTEER, communityId, personId, limit);
    }
}
