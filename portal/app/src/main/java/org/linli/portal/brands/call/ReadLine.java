package org.linli.portal.brands.call;

import java.util.function.Supplier;

/**
 * Carries a read from the plugin's thread to the thread that waits for the plugin: the core's code runs there, with the
 * caller's contexts, and never on a thread that may be thrown away.
 */
public interface ReadLine {
    /**
     * Runs the read there and gives what it gave.
     *
     * @throws IllegalStateException when the call is over
     */
    <R> R read(Supplier<R> read);
}
