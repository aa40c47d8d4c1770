package org.linli.portal.people;

import java.io.Serializable;
import java.util.List;

/**
 * A signed-in person with the roles that hold today.
 *
 * @param personId the person
 * @param name shown name
 * @param communityId the community the person belongs to
 * @param grants roles valid today
 * @param mustChangePassword signed in with a temporary password: nothing else is open before a new one is set
 */
public record Identity(long personId, String name, long communityId, List<Held> grants, boolean mustChangePassword)
        implements Serializable {
    public Identity {
        grants = List.copyOf(grants);
    }

    /** Somebody whose password is their own. */
    public Identity(long personId, String name, long communityId, List<Held> grants) {
        this(personId, name, communityId, grants, false);
    }

    /**
     * A role at a unit.
     *
     * @param role the role
     * @param unitId the unit
     * @param unitPath its path: the role holds for every path that begins with it
     */
    public record Held(Role role, long unitId, String unitPath) implements Serializable {}
}
