package org.linli.portal.dispatch;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.linli.portal.platform.time.Clocks;

/**
 * Orders candidates by a score that explains itself. Skills, an open offer and being the one to be served decide whether
 * somebody may be asked at all; distance, hours, open jobs and recent service decide the place. Equal facts give
 * equal scores; ties go to whoever served less, then to the smaller id: the same input gives the same order.
 */
public final class Ranking {
    private static final int MAX_DAYS = 14;

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::eligible)
            .thenComparingInt(Ranked::score)
            .reversed()
            .thenComparingInt(r -> r.candidate().recentMinutes())
            .thenComparingLong(r -> r.candidate().volunteerId());

    private final Weights weights;

    public Ranking(Weights weights) {
        this.weights = weights;
    }

    /** All candidates, the best first, those who may not be asked at the end. */
    public List<Ranked> rank(Need need, List<Candidate> candidates) {
        double usual =
                candidates.stream().mapToInt(Candidate::recentMinutes).average().orElse(0);
        return rank(need, candidates, (int) Math.round(usual));
    }

    /**
     * The same for some of the candidates.
     *
     * @param usualMinutes what all of them served on the average
     */
    public List<Ranked> rank(Need need, List<Candidate> candidates, int usualMinutes) {
        return candidates.stream()
                .filter(c -> c.volunteerId() != need.principalId())
                .map(c -> rank(need, c, usualMinutes))
                .sorted(BEST_FIRST)
                .toList();
    }

    private Ranked rank(Need need, Candidate candidate, int usualMinutes) {
        List<Reason> obstacles = obstacles(need, candidate);
        if (!obstacles.isEmpty()) {
            return new Ranked(candidate, false, 0, obstacles);
        }
        List<Reason> reasons = new ArrayList<>();
        if (!need.skills().isEmpty()) {
            reasons.add(Reason.pro("skills", 0));
        }
        reasons.add(distance(need, candidate));
        reasons.add(availability(need, candidate));
        reasons.add(load(candidate));
        reasons.add(fairness(candidate, usualMinutes));
        if (candidate.answer() == Candidate.Answer.REFUSED) {
            reasons.add(Reason.con("refused-before", -weights.availability()));
        }
        int score = reasons.stream().mapToInt(Reason::score).sum();
        reasons.sort(Comparator.comparing(Reason::against).thenComparing(Reason::score, Comparator.reverseOrder()));
        return new Ranked(candidate, true, Math.max(0, score), reasons);
    }

    private static List<Reason> obstacles(Need need, Candidate candidate) {
        List<Reason> obstacles = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>(need.skills());
        missing.removeAll(candidate.skills());
        missing.forEach(skill -> obstacles.add(Reason.con("skill-missing", 0, skill)));
        if (candidate.answer() == Candidate.Answer.ASKED) {
            obstacles.add(Reason.con("asked-already", 0));
        }
        return obstacles;
    }

    private Reason distance(Need need, Candidate candidate) {
        if (need.unitPath().equals(candidate.homePath())) {
            return Reason.pro("same-place", weights.distance());
        }
        if (need.position() == null || candidate.position() == null) {
            return Reason.con("distance-unknown", weights.distance() / 3);
        }
        long metres = need.position().metresTo(candidate.position());
        int score = Weights.falling(weights.distance(), metres, weights.farMetres());
        long rounded = metres < 100 ? 100 : Math.round(metres / 100.0) * 100;
        return score == 0 ? Reason.con("far", 0, rounded) : Reason.pro("metres", score, rounded);
    }

    private Reason availability(Need need, Candidate candidate) {
        if (candidate.hours().isEmpty()) {
            return Reason.con("hours-unknown", weights.availability() / 3);
        }
        long wanted = Duration.between(need.from(), need.to()).toMinutes();
        long free = freeMinutes(need, candidate);
        if (free == 0) {
            return Reason.con("not-free", 0);
        }
        boolean whole = free >= wanted;
        int score = whole ? weights.availability() : weights.availability() * 3 / 5;
        return Reason.pro(whole ? "free" : "partly-free", score);
    }

    /** Minutes of the wanted window that lie in the weekly hours. */
    private static long freeMinutes(Need need, Candidate candidate) {
        ZonedDateTime from = need.from().atZone(Clocks.ZONE);
        ZonedDateTime to = need.to().atZone(Clocks.ZONE);
        long free = 0;
        for (int day = 0; day <= MAX_DAYS; day++) {
            ZonedDateTime midnight = from.toLocalDate().plusDays(day).atStartOfDay(Clocks.ZONE);
            for (Candidate.Hours hours : candidate.hours()) {
                if (hours.weekday() == midnight.getDayOfWeek().getValue()) {
                    ZonedDateTime start = later(from, midnight.plusMinutes(hours.fromMinute()));
                    ZonedDateTime end = earlier(to, midnight.plusMinutes(hours.toMinute()));
                    free += Math.max(0, Duration.between(start, end).toMinutes());
                }
            }
        }
        return free;
    }

    private static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static ZonedDateTime earlier(ZonedDateTime a, ZonedDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private Reason load(Candidate candidate) {
        int jobs = candidate.openJobs();
        int score = Weights.falling(weights.load(), jobs, weights.manyJobs());
        if (jobs == 0) {
            return Reason.pro("no-jobs", score);
        }
        return score == 0 ? Reason.con("many-jobs", 0, jobs) : Reason.pro("jobs", score, jobs);
    }

    private Reason fairness(Candidate candidate, int usualMinutes) {
        int minutes = candidate.recentMinutes();
        int score = Weights.falling(weights.fairness(), minutes, weights.manyMinutes());
        if (minutes == 0) {
            return Reason.pro("rested", score);
        }
        int lessHours = Math.round((usualMinutes - minutes) / 60f);
        if (lessHours > 0) {
            return Reason.pro("served-less", score, lessHours);
        }
        return lessHours < 0 ? Reason.pro("served-more", score, -lessHours) : Reason.pro("served-usual", score);
    }
}
