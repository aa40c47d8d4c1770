package org.linli.portal.brands.release;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;

/**
 * Sees that a class loader leaves the memory. Nothing short of a collection shows that, and most collectors stop the whole portal for
 * the one that is asked for: one will do as a rule, and a few for what ends late. G1 can do it beside the portal, but takes
 * what is young for alive, until it has outlived fifteen collections: there it is many, each of them short.
 */
final class Unloading {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_STOPS = 4;
    private static final int MOST_BESIDE = 24;
    private static final boolean BESIDE = isOn("UseG1GC") && isOn("ExplicitGCInvokesConcurrent");

    private Unloading() {}

    private static boolean isOn(String option) {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return machine != null
                    && Boolean.parseBoolean(machine.getVMOption(option).getValue());
        } catch (IllegalArgumentException e) {
            return false; // another virtual machine
        }
    }

    /** Waits for it, at most about half a minute; false when something still holds it then. */
    static boolean isDone(WeakReference<ClassLoader> loader) {
        Duration pause = FIRST_PAUSE;
        try {
            Thread.sleep(pause.toMillis()); // its last threads end
            for (int i = 0; i < (BESIDE ? MOST_BESIDE : MOST_STOPS); i++) {
                System.gc();
                if (isClearedWithin(loader, pause)) {
                    return true;
                }
                pause = BESIDE ? pause : pause.multipliedBy(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** It is only asked whether it is cleared: to read it while a collector works beside us is to keep it. */
    private static boolean isClearedWithin(WeakReference<ClassLoader> loader, Duration pause)
            throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        while (!loader.refersTo(null)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }
}
