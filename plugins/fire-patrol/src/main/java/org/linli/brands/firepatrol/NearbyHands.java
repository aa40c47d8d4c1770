package org.linli.brands.firepatrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.plugin.Context;
import org.linli.plugin.DispatchRule;
import org.linli.plugin.OrderView;
import org.pf4j.Extension;

/** Asks first who lives in the hazard's grid, and for wires and batteries who knows about electricity. */
@Extension
public class NearbyHands implements DispatchRule {
    private static final Set<String> ELECTRIC = Set.of("wiring", "ebike", "meterbox");
    private static final int SAME_GRID = 25;
    private static final int ELECTRICIAN = 30;
    private static final int KNOWS_FIRE = 10;

    @Override
    public List<Score> rank(Context context, OrderView order, List<Candidate> candidates) {
        Grids grids = new Grids(context);
        Optional<String> grid = grids.of(order.unitId());
        boolean electric = ELECTRIC.contains(new Hazard(order).itemCode());
        List<Score> scores = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int bonus = 0;
            List<String> reasons = new ArrayList<>();
            if (grid.isPresent() && grid.equals(grids.of(candidate.homeUnitId()))) {
                bonus += SAME_GRID;
                reasons.add(context.text("rank.grid", grids.name(grid.get())));
            }
            if (electric && candidate.skills().contains("plumbing")) {
                bonus += ELECTRICIAN;
                reasons.add(context.text("rank.electrician"));
            } else if (candidate.skills().contains("fire")) {
                bonus += KNOWS_FIRE;
                reasons.add(context.text("rank.fire"));
            }
            if (bonus > 0) {
                scores.add(new Score(candidate.volunteerId(), bonus, String.join(context.text("list.and"), reasons)));
            }
        }
        return scores;
    }
}
