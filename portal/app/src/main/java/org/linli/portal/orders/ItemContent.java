package org.linli.portal.orders;

import java.util.Set;

/**
 * What a service item says.
 *
 * @param categoryCode its category
 * @param name Chinese name, unique in the community
 * @param nameEn English name, may be empty
 * @param description what is done and what is not
 * @param expectedMinutes how long it usually takes, 5 to 720
 * @param pointsRate hundredths of a point for an hour, 0 to 100000
 * @param riskNote what to take care of, may be empty
 * @param skills codes of the skills that a volunteer must have
 */
public record ItemContent(
        String categoryCode,
        String name,
        String nameEn,
        String description,
        int expectedMinutes,
        long pointsRate,
        String riskNote,
        Set<String> skills) {
    public ItemContent {
        skills = Set.copyOf(skills);
    }
}
