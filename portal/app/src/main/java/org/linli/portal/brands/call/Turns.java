package org.linli.portal.brands.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls of one release compute at the same time on this node, first come first served: half of the processors in one
 * community, all but one of them in all, which is the core's. While a call waits, for the core's reading or for something else, its turn is another's.
 */
final class Turns {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Semaphore all = new Semaphore(Math.max(1, PROCESSORS - 1), true);
    private final Map<Long, Semaphore> communities = new ConcurrentHashMap<>();

    /** A turn to be taken by one call in that community. */
    Turn in(long communityId) {
        return new Turn(
                communities.computeIfAbsent(communityId, none -> new Semaphore(Math.max(1, PROCESSORS / 2), true)));
    }

    /** The turn of one call. */
    final class Turn {
        private static final int FREE = 0;
        private static final int TAKEN = 1;
        private static final int CLOSED = 2;

        private final Semaphore here;
        private final AtomicInteger state = new AtomicInteger(FREE);

        private Turn(Semaphore here) {
            this.here = here;
        }

        /** Waits for it; false when it did not come within that time, or the call was closed. */
        boolean take(long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            if (!here.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
            boolean both = false;
            try {
                both = all.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } finally {
                if (!both) {
                    here.release();
                }
            }
            if (both && !state.compareAndSet(FREE, TAKEN)) {
                giveBack();
                return false;
            }
            return both;
        }

        /** Gives it back, if it is taken. */
        void end() {
            if (state.compareAndSet(TAKEN, FREE)) {
                giveBack();
            }
        }

        /**
         * Nobody takes or ends it any more: its thread is to be stopped, which could happen between two lines of this class.
         *
         * @return whether it was taken, so that {@link #giveBack} has to follow when the thread has ended
         */
        boolean close() {
            return state.getAndSet(CLOSED) == TAKEN;
        }

        void giveBack() {
            all.release();
            here.release();
        }
    }
}
