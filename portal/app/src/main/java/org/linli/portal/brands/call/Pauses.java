package org.linli.portal.brands.call;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How long the virtual machine has stood still for its collector since it started. A plugin is not to blame for it: the probe of
 * another release alone collects everything twice or more.
 */
final class Pauses {
    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();

    private Pauses() {}

    static long nanos() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return millis * 1_000_000;
    }
}
