package org.linli.portal.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A volunteer with what matters for an offer.
 *
 * @param communityId where they volunteer and live
 * @param homeUnitId where they start from
 * @param skills codes of skills
 * @param availability weekly hours; empty means that they did not say
 * @param paused not offered anything for now
 */
public record VolunteerView(
        long personId,
        String name,
        String publicNumber,
        long communityId,
        long homeUnitId,
        Set<String> skills,
        List<Availability> availability,
        boolean paused,
        String intro,
        LocalDate joinedOn,
        long version) {
    public VolunteerView {
        skills = Set.copyOf(skills);
        availability = List.copyOf(availability);
    }
}
