package org.linli.portal.hours;

import java.io.Serializable;

/**
 * What a volunteer served, and the stars for it.
 *
 * @param total sums
 * @param scale of the district
 * @param standing by that scale
 */
public record MyHours(HoursTotal total, StarScale scale, StarScale.Standing standing) implements Serializable {}
