package org.linli.portal.dispatch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgUnitView.Position;

/**
 * What is known of a volunteer when an order is to be dispatched.
 *
 * @param volunteerId the person
 * @param name shown name
 * @param publicNumber the volunteer's number
 * @param homeName name of the home unit
 * @param homePath its path in the tree
 * @param position of the home, null when not known
 * @param skills codes of the required skills that the volunteer has
 * @param hours weekly hours, empty when never said
 * @param openJobs accepted and not done
 * @param recentMinutes served in the last 30 days
 * @param answer how the volunteer answered an earlier offer of this order
 */
public record Candidate(
        long volunteerId,
        String name,
        String publicNumber,
        String homeName,
        String homePath,
        @Nullable Position position,
        Set<String> skills,
        List<Hours> hours,
        int openJobs,
        int recentMinutes,
        Answer answer) {
    public Candidate {
        skills = Set.copyOf(skills);
        hours = List.copyOf(hours);
    }

    /** Whether that is a part of the name or the beginning of the public number; blank fits everybody. */
    public boolean isCalled(String who) {
        String asked = who.strip();
        return name.contains(asked) || publicNumber.startsWith(asked.toUpperCase(Locale.ROOT));
    }

    /** An earlier offer of the same order. */
    public enum Answer {
        NONE,
        /** Has been asked and not answered yet. */
        ASKED,
        /** Said no, let it lapse or gave it back. */
        REFUSED
    }

    /**
     * Hours of a weekday, Asia/Shanghai.
     *
     * @param weekday 1 (Monday) to 7
     * @param fromMinute minute of the day
     * @param toMinute minute of the day, exclusive
     */
    public record Hours(int weekday, int fromMinute, int toMinute) {}
}
