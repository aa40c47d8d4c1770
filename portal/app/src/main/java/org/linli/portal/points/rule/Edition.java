package org.linli.portal.points.rule;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a community's rule.
 *
 * @param number counts from 1 in each community; 0 is the rule built into the portal
 * @param validFrom for services that end on this day or later; null for the built-in rule
 * @param book what it says
 * @param note why it was made
 * @param madeBy who published it, null for the built-in rule
 * @param madeAt when, null for the built-in rule
 */
public record Edition(
        int number,
        @Nullable LocalDate validFrom,
        RuleBook book,
        String note,
        @Nullable Long madeBy,
        @Nullable Instant madeAt) {
    /** Holds where a community has published none. */
    public static final Edition BUILT_IN = new Edition(0, null, RuleBook.BUILT_IN, "", null, null);
}
