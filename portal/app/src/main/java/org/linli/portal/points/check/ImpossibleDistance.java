package org.linli.portal.points.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.orders.ServiceRecorded;

/**
 * Nobody flies: between two services of one volunteer lies a way that the time between them does not allow. Places are
 * the schematic ones of the grids, so only places within one district are compared.
 */
@ApplicationScoped
class ImpossibleDistance implements ServiceDetector {
    private static final Duration NEAR_IN_TIME = Duration.ofHours(2);

    private final ServiceHistory history;
    private final OrgTree tree;

    @Inject
    ImpossibleDistance(ServiceHistory history, OrgTree tree) {
        this.history = history;
        this.tree = tree;
    }

    @Override
    public Optional<Finding> look(ServiceRecorded service, Thresholds thresholds) {
        if (service.orderId() == null) {
            return Optional.empty(); // nobody wrote down where
        }
        OrgUnitView here = history.placeOf(service.orderId()).map(tree::unit).orElse(null);
        int speed = thresholds.of(Threshold.METRES_PER_MINUTE);
        return history.around(service, NEAR_IN_TIME).stream()
                .map(other -> new Way(metres(here, other), minutesBetween(service, other)))
                .filter(way -> way.metres() > (way.minutes() + 1) * speed)
                .max(Comparator.comparingLong(Way::metres))
                .map(way -> Finding.of("distance", way.metres(), way.minutes()));
    }

    private record Way(long metres, long minutes) {}

    private static long minutesBetween(ServiceRecorded service, ServiceHistory.Served other) {
        Duration before = Duration.between(other.endedAt(), service.startedAt());
        Duration after = Duration.between(service.endedAt(), other.startedAt());
        Duration gap = before.compareTo(after) > 0 ? before : after;
        return Math.max(0, gap.toMinutes());
    }

    private long metres(@Nullable OrgUnitView here, ServiceHistory.Served other) {
        OrgUnitView there =
                other.unitId() == null ? null : tree.find(other.unitId()).orElse(null);
        if (here == null || there == null) {
            return 0;
        }
        OrgUnitView one = placed(here);
        OrgUnitView two = placed(there);
        if (one == null || two == null || one.position() == null || two.position() == null) {
            return 0;
        }
        return district(one).equals(district(two)) ? one.position().metresTo(two.position()) : 0;
    }

    /** The unit itself or the nearest above it that has a place. */
    private @Nullable OrgUnitView placed(OrgUnitView unit) {
        OrgUnitView present = unit;
        while (present != null && present.position() == null) {
            present = above(present);
        }
        return present;
    }

    private String district(OrgUnitView unit) {
        OrgUnitView present = unit;
        while (present != null && present.level() != OrgLevel.DISTRICT) {
            present = above(present);
        }
        return present == null ? "" : present.path();
    }

    private @Nullable OrgUnitView above(OrgUnitView unit) {
        return unit.parentId() == null ? null : tree.find(unit.parentId()).orElse(null);
    }
}
