package org.linli.portal.points.check;

import java.util.Optional;
import org.linli.portal.orders.ServiceRecorded;

/** Looks at a recorded service before it is paid, in the transaction that records it. Every bean of this type is asked. */
interface ServiceDetector {
    /** What is wrong with it; empty when nothing is. */
    Optional<Finding> look(ServiceRecorded service, Thresholds thresholds);
}
