package org.linli.portal.points.check;

import java.util.Locale;

/**
 * From where on a detector speaks. A community may set each within its bounds; the defaults let everyday help pass and
 * stop what no honest day brings.
 */
public enum Threshold {
    /** Minutes by which two services of one volunteer may overlap. */
    OVERLAP_MINUTES(10, 0, 600),
    /** Minutes by which a claim may exceed the time from check-in to completion: some check in when they leave. */
    CLAIMED_BEYOND(120, 0, 720),
    /** Metres in a minute that a volunteer may have travelled between two services; 500 is 30 km/h. */
    METRES_PER_MINUTE(500, 50, 5000),
    /** Services in 30 days that one person may confirm for one volunteer before the pair is compared with others. */
    PAIR_SERVICES(20, 2, 1000),
    /** How many times the usual number of the community a pair may have then. */
    PAIR_TIMES_USUAL(4, 1, 100),
    /** Back-entries in 30 days by one member of staff. */
    BACK_ENTRIES(10, 1, 1000),
    /** How many more may have attended an activity than checked in. */
    ATTENDEES_BEYOND(5, 0, 1000),
    /** Services for one resident that may be checked in within the minutes of a rush. */
    RUSH_SERVICES(5, 1, 100),
    /** People who may check in with the digits of one activity within the minutes of a rush. */
    RUSH_PEOPLE(30, 1, 1000),
    /** How long a rush is. */
    RUSH_MINUTES(5, 1, 60);

    private final int usual;
    private final int least;
    private final int most;

    Threshold(int usual, int least, int most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** Where a community has set nothing. */
    public int usual() {
        return usual;
    }

    /** Its name in REST: {@code overlapMinutes}. */
    public String field() {
        String words = name().toLowerCase(Locale.ROOT);
        StringBuilder field = new StringBuilder();
        for (String word : words.split("_", -1)) {
            field.append(field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return field.toString();
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
