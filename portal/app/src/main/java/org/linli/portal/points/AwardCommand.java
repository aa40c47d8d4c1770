package org.linli.portal.points;

import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;

/**
 * 好人好事: the community gives points to somebody.
 *
 * @param awardId identifies this award; the same id again gives nothing more
 * @param personId who gets them
 * @param points how many, more than none
 * @param reason what for, shown on the receipt, at most 200 characters
 */
public record AwardCommand(
        long awardId,
        @Nullable Long personId,
        @Nullable Points points,
        @Nullable String reason) {}
