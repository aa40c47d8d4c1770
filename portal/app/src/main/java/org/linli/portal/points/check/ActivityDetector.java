package org.linli.portal.points.check;

import java.util.Optional;

/** Looks at an activity before somebody is paid for it. Every bean of this type is asked. */
interface ActivityDetector {
    /** What is wrong with it; empty when nothing is. */
    Optional<Finding> look(long activityId, Thresholds thresholds);
}
