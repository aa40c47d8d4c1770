package org.linli.portal.hours;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 星级: how many hours make one to five stars in a district.
 *
 * @param districtId 0 where no district stands above
 * @param hours for the first to the fifth star, rising
 * @param version 0 for the national rule
 */
public record StarScale(long districtId, List<Integer> hours, long version) implements Serializable {
    /** 志愿者星级认定 of the national rule. */
    public static final List<Integer> NATIONAL = List.of(100, 300, 600, 1000, 1500);

    private static final int MINUTES_PER_HOUR = 60;

    public StarScale {
        hours = List.copyOf(hours);
    }

    /**
     * Where somebody stands.
     *
     * @param stars 0 to 5
     * @param next hours of the next star, null at five
     * @param missing minutes that are missing to it, 0 at five
     */
    public record Standing(int stars, @Nullable Integer next, long missing) implements Serializable {}

    /** The standing of whoever served that many minutes. */
    public Standing of(long minutes) {
        int stars = (int) hours.stream()
                .filter(h -> minutes >= (long) h * MINUTES_PER_HOUR)
                .count();
        if (stars == hours.size()) {
            return new Standing(stars, null, 0);
        }
        int next = hours.get(stars);
        return new Standing(stars, next, (long) next * MINUTES_PER_HOUR - minutes);
    }
}
