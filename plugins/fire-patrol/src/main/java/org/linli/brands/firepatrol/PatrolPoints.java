package org.linli.brands.firepatrol;

import java.util.List;
import org.linli.plugin.Context;
import org.linli.plugin.PointPolicy;
import org.pf4j.Extension;

/** Rounds and publicity earn by the minute, a hazard removed earns a fixed sum; both as the community sets them. */
@Extension
public class PatrolPoints implements PointPolicy {
    /** A round that was forgotten to be finished must not earn a day. */
    static final int MOST_MINUTES = 180;

    @Override
    public List<Award> award(Context context, Fact fact) {
        return switch (fact.kind()) {
            case "activity:round" -> byMinutes(context, fact, "round");
            case "activity:publicity" -> byMinutes(context, fact, "publicity");
            case "order:hazard" -> hazard(context, fact);
            default -> List.of();
        };
    }

    private static List<Award> byMinutes(Context context, Fact fact, String reason) {
        int minutes = Math.min(fact.minutes(), MOST_MINUTES);
        long rate = context.settings().number("pointsPerHour");
        long hundredths = minutes * rate * 100 / 60;
        if (hundredths <= 0) {
            return List.of();
        }
        String why =
                context.text("points." + reason, Integer.toString(minutes), Long.toString(rate), points(hundredths));
        return List.of(new Award(fact.personId(), hundredths, reason, why));
    }

    private static List<Award> hazard(Context context, Fact fact) {
        long hundredths = context.settings().number("pointsPerHazard") * 100;
        if (hundredths <= 0) {
            return List.of();
        }
        String why = context.text(
                "points.hazard", fact.data().text("place"), fact.data().text("item"), points(hundredths));
        return List.of(new Award(fact.personId(), hundredths, "hazard", why));
    }

    private static String points(long hundredths) {
        return java.math.BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
