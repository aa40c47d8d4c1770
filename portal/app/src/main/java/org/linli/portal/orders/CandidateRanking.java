package org.linli.portal.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.plugin.DispatchRule.Candidate;
import org.linli.plugin.DispatchRule.Score;
import org.linli.plugin.OrderView;
import org.linli.portal.brands.BrandCalls;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.dispatch.Ranked;
import org.linli.portal.dispatch.Reason;
import org.linli.portal.orders.persistence.CandidateFacts;
import org.linli.portal.orders.persistence.CandidateFacts.Home;

/**
 * The candidates of an order as the dispatcher sees them: the core's ranking, and what the order's brand adds to it. The
 * brand is asked outside of any transaction; when it does not answer, the core's ranking stands.
 */
@ApplicationScoped
public class CandidateRanking {
    private static final int ASKED = 200;
    private static final int MOST = 200;

    private final DispatchDesk desk;
    private final CandidateFacts facts;
    private final BrandCalls calls;

    @Inject
    public CandidateRanking(DispatchDesk desk, CandidateFacts facts, BrandCalls calls) {
        this.desk = desk;
        this.facts = facts;
        this.calls = calls;
    }

    /**
     * The best first; those who may not be asked at the end.
     *
     * @param who a part of the name or the beginning of the public number, blank for everybody
     * @param limit at most that many
     */
    public List<Ranked> candidates(long orderId, String who, int limit) {
        Optional<OrderView> view = desk.brandView(orderId);
        if (view.isEmpty()) {
            return desk.candidates(orderId, who, limit);
        }
        BrandRef brand = desk.brandOf(orderId);
        List<Ranked> all = desk.candidates(orderId, "", Integer.MAX_VALUE);
        Map<Long, Home> homes = facts.of(brand.communityId());
        List<Candidate> asked = all.stream()
                .filter(Ranked::eligible)
                .limit(ASKED)
                .map(ranked -> candidate(ranked, homes))
                .toList();
        Map<String, Score> scores = calls.rank(brand, view.get(), asked).stream()
                .collect(Collectors.toMap(Score::volunteerId, Function.identity(), (first, again) -> first));
        return all.stream()
                .map(ranked ->
                        add(ranked, scores.get(Long.toString(ranked.candidate().volunteerId()))))
                .sorted(Comparator.comparing(Ranked::eligible)
                        .thenComparingInt(Ranked::score)
                        .reversed())
                .filter(ranked -> ranked.candidate().isCalled(who))
                .limit(limit)
                .toList();
    }

    private static Candidate candidate(Ranked ranked, Map<Long, Home> homes) {
        org.linli.portal.dispatch.Candidate core = ranked.candidate();
        Home home = homes.getOrDefault(core.volunteerId(), new Home("", Set.of(), Set.of()));
        return new Candidate(
                Long.toString(core.volunteerId()),
                core.name(),
                home.unitId(),
                home.teams(),
                home.skills(),
                core.openJobs(),
                core.recentMinutes(),
                ranked.score());
    }

    private static Ranked add(Ranked ranked, @org.jspecify.annotations.Nullable Score score) {
        if (score == null || !ranked.eligible()) {
            return ranked;
        }
        int bonus = Math.max(-100, Math.min(100, score.bonus()));
        Reason reason = new Reason("brand", List.of(Objects.toString(score.reason(), "")), bonus, bonus < 0);
        List<Reason> reasons =
                Stream.concat(Stream.of(reason), ranked.reasons().stream()).toList();
        int sum = Math.max(0, Math.min(MOST, ranked.score() + bonus));
        return new Ranked(ranked.candidate(), true, sum, reasons);
    }
}
