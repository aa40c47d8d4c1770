package org.linli.portal.platform.jobs;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works off things that are due, each in a transaction of its own: one that fails does not keep the others waiting. */
public final class OneByOne {
    private OneByOne() {}

    /**
     * Does something for each; a failure is logged.
     *
     * @param what names one of them in the log
     * @return whether all of them were done
     */
    public static boolean run(Logger log, String what, List<Long> ids, LongConsumer work) {
        boolean all = true;
        for (long id : ids) {
            try {
                work.accept(id);
            } catch (RuntimeException e) { // one that fails, whatever with, keeps none of the others waiting
                all = false;
                log.log(Level.WARNING, e, () -> what + " " + id + " failed, will try again");
            }
        }
        return all;
    }
}
