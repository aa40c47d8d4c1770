package org.linli.portal.brands.release;

import java.time.Duration;

/** Counts the calls under way and lets none in once it was drained. */
final class Calls {
    private int underWay;
    private boolean closed;

    synchronized boolean enter() {
        if (closed) {
            return false;
        }
        underWay++;
        return true;
    }

    synchronized void leave() {
        underWay--;
        notifyAll();
    }

    /** False when some call did not end in that time, or the thread was interrupted. */
    synchronized boolean drain(Duration atMost) {
        closed = true;
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (underWay > 0) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
