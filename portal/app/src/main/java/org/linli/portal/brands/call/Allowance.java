package org.linli.portal.brands.call;

import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.call.CallFailed.Cause;
import org.linli.portal.brands.release.ThreadUse;

/** What one call may use of the processor, of memory and of the clock, and what it has used. */
final class Allowance {
    private final long processor;
    private final long clock;
    private final long bytes;
    private final long pauses = Pauses.nanos();
    private long reading;
    private volatile long began = System.nanoTime();
    private volatile @Nullable Thread thread;
    private long processorBefore;
    private long bytesBefore;
    private volatile long used;

    /**
     * For a call.
     *
     * @param processor nanoseconds of the processor
     * @param clock nanoseconds by the clock
     * @param bytes of memory
     */
    Allowance(long processor, long clock, long bytes) {
        this.processor = processor;
        this.clock = clock;
        this.bytes = bytes;
    }

    /** On the plugin's thread: it begins now. */
    void begin() {
        Thread me = Thread.currentThread();
        processorBefore = ThreadUse.nanos(me);
        bytesBefore = ThreadUse.bytes(me);
        began = System.nanoTime();
        thread = me;
    }

    /** On the plugin's thread: it is done. */
    void end() {
        used = ThreadUse.bytes(Thread.currentThread()) - bytesBefore;
        thread = null;
    }

    /** On another thread: what it has too much of, null when nothing. */
    @Nullable
    Cause exceeded() {
        if (bytes() > bytes) {
            return Cause.LARGE;
        }
        Thread running = thread;
        if (running != null) {
            if (ThreadUse.nanos(running) - processorBefore > processor) {
                return Cause.SLOW;
            }
        }
        long passed = System.nanoTime() - began;
        return passed > clock && passed > clock + Math.min(clock, notIts()) ? Cause.SLOW : null;
    }

    /** The collector's pauses and the core's reading: not the plugin's, but no more than as long again is given for it. */
    private long notIts() {
        return Pauses.nanos() - pauses + reading;
    }

    /** By the caller, who has read for the plugin for that long. */
    void read(long nanos) {
        reading += nanos;
    }

    /** Nanoseconds of the processor until now. */
    long processorUsed() {
        Thread running = thread;
        return running == null ? 0 : ThreadUse.nanos(running);
    }

    /** Whether a call that has ended had asked for too much memory: between two looks it may. */
    boolean wasTooLarge() {
        return used > bytes;
    }

    /** Asked for until now, or in all when it is done. */
    long bytes() {
        Thread running = thread;
        return running == null ? used : ThreadUse.bytes(running) - bytesBefore;
    }

    long processorMillis() {
        return processor / 1_000_000;
    }

    /** Nanoseconds by the clock that are left at most. */
    long left() {
        return Math.max(0, began + 2 * clock - System.nanoTime());
    }
}
