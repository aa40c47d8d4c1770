package org.linli.plugin;

import java.util.List;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Says who should be asked first to serve an order of the brand. Pure. Budget 200 ms of the processor, 1 s by the clock, 32 MB; the
 * core's own ranking stands when it is exceeded or the rule fails.
 */
public interface DispatchRule extends ExtensionPoint {
    /**
     * Scores for those whom the rule prefers or warns of; who is not named keeps the core's score.
     *
     * @param candidates those who may be asked, the core's best first; at most 200
     */
    List<Score> rank(Context context, OrderView order, List<Candidate> candidates);

    /**
     * A volunteer who may be asked.
     *
     * @param volunteerId the person
     * @param name shown name
     * @param homeUnitId where they live
     * @param teams codes of their teams
     * @param skills codes of their skills
     * @param openJobs accepted and not done
     * @param recentMinutes served in the last 30 days
     * @param score the core's, 0 to 100
     */
    record Candidate(
            String volunteerId,
            String name,
            String homeUnitId,
            Set<String> teams,
            Set<String> skills,
            int openJobs,
            int recentMinutes,
            int score) {
        public Candidate {
            teams = Set.copyOf(teams);
            skills = Set.copyOf(skills);
        }
    }

    /**
     * What is added to the core's score.
     *
     * @param volunteerId the person
     * @param bonus from -100 to 100; the sum is cut to 0..200
     * @param reason why, in the language of the context; the dispatcher reads it
     */
    record Score(String volunteerId, int bonus, String reason) {}
}
