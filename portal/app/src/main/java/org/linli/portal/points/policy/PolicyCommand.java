package org.linli.portal.points.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.points.expiry.ExpiryTerms;

/**
 * What a community wants to decide.
 *
 * @param expiry when points get too old
 * @param months whole months that they live, for MONTHS
 * @param noticeDays days between notice and expiry
 * @param donations gifts to persons in need
 * @param pool gifts to the pool
 * @param aloneUpTo what one person in need may get from the pool in 30 days without a second administrator
 * @param panelSize how many must approve a nomination
 * @param announceDays days for objections
 */
public record PolicyCommand(
        ExpiryTerms.@Nullable Kind expiry,
        @Nullable Integer months,
        @Nullable Integer noticeDays,
        @Nullable Boolean donations,
        @Nullable Boolean pool,
        @Nullable Points aloneUpTo,
        @Nullable Integer panelSize,
        @Nullable Integer announceDays) {
    private static final int MAX_MONTHS = 60;
    private static final int MIN_NOTICE = 7;
    private static final int MAX_NOTICE = 90;
    private static final int MAX_PANEL = 9;
    private static final int MAX_ANNOUNCE = 60;
    private static final long MOST_ALONE = 10_000_000;

    /** Refuses what is missing or out of range. */
    void check() {
        Violations violations = new Violations()
                .required(expiry, "expiry")
                .required(noticeDays, "noticeDays")
                .range(noticeDays, "noticeDays", MIN_NOTICE, MAX_NOTICE)
                .required(donations, "donations")
                .required(pool, "pool")
                .required(aloneUpTo, "aloneUpTo")
                .check(
                        aloneUpTo == null || (aloneUpTo.hundredths() >= 0 && aloneUpTo.hundredths() <= MOST_ALONE),
                        "aloneUpTo",
                        "platform.field-out-of-range",
                        0,
                        MOST_ALONE / 100)
                .required(panelSize, "panelSize")
                .range(panelSize, "panelSize", 1, MAX_PANEL)
                .required(announceDays, "announceDays")
                .range(announceDays, "announceDays", 1, MAX_ANNOUNCE);
        if (expiry == ExpiryTerms.Kind.MONTHS) {
            violations.required(months, "months").range(months, "months", 1, MAX_MONTHS);
        }
        violations.throwIfAny();
    }

    /** The policy that this makes of the present one. */
    PointsPolicy applied(PointsPolicy present, LocalDate today) {
        ExpiryTerms.Kind kind = expiry == null ? ExpiryTerms.Kind.NONE : expiry;
        int lives = kind == ExpiryTerms.Kind.MONTHS ? number(months) : 0;
        ExpiryTerms terms = new ExpiryTerms(
                kind, lives, number(noticeDays), present.expiry().notBefore());
        if (!terms.sameAs(present.expiry())) {
            // whoever was told a day keeps at least that day, and nobody has less than the longer notice
            int longer = Math.max(terms.noticeDays(), present.expiry().noticeDays());
            terms = new ExpiryTerms(kind, lives, terms.noticeDays(), today.plusDays(longer));
        }
        return new PointsPolicy(
                present.communityId(),
                terms,
                new PointsPolicy.Gifts(
                        Boolean.TRUE.equals(donations),
                        Boolean.TRUE.equals(pool),
                        aloneUpTo == null ? 0 : aloneUpTo.hundredths()),
                new PointsPolicy.Panel(number(panelSize), number(announceDays)),
                present.version() + 1);
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
