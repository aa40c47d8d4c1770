package org.linli.portal.brands.release;

import java.lang.management.ManagementFactory;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a thread has used since it began, as the virtual machine counts it. Where it does not count, nothing is used. */
public final class ThreadUse {
    private static final com.sun.management.@Nullable ThreadMXBean THREADS = threads();

    private ThreadUse() {}

    private static com.sun.management.@Nullable ThreadMXBean threads() {
        // every HotSpot from 17 on; a virtual machine without these counts gives no portal a bound on its brands
        if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean counting
                && counting.isThreadAllocatedMemorySupported()
                && counting.isThreadCpuTimeSupported()) {
            counting.setThreadAllocatedMemoryEnabled(true);
            counting.setThreadCpuTimeEnabled(true);
            return counting;
        }
        Logger.getLogger(ThreadUse.class.getName())
                .severe("this Java does not count what threads use: brands are bounded by the clock alone");
        return null;
    }

    /** Bytes that it has asked for, whether they are still there or not; 0 when it is gone. */
    public static long bytes(Thread thread) {
        return THREADS == null ? 0 : Math.max(0, THREADS.getThreadAllocatedBytes(thread.getId()));
    }

    /** Nanoseconds of the processor; 0 when it is gone. */
    public static long nanos(Thread thread) {
        return THREADS == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
    }
}
