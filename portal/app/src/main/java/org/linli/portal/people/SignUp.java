package org.linli.portal.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to join.
 *
 * @param homeUnitId grid, building or household group of the community, or the community itself
 * @param phone what they typed; becomes what they sign in with
 * @param birthYear null when they do not say
 * @param volunteering null when they do not want to volunteer
 */
public record SignUp(
        @Nullable Long homeUnitId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String password,
        @Nullable String address,
        @Nullable Integer birthYear,
        @Nullable Volunteering volunteering) {
    /** What a volunteer offers. */
    public record Volunteering(
            Set<String> skills,
            List<Availability> availability,
            @Nullable String intro) {
        public Volunteering {
            skills = Set.copyOf(skills);
            availability = List.copyOf(availability);
        }
    }
}
