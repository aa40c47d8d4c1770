package org.linli.portal.brands.call;

import org.jspecify.annotations.Nullable;

/** A plugin did not answer, or not with what it may answer. The portal goes on without it. */
public class CallFailed extends RuntimeException {
    private final Cause reason;

    /** Why. */
    public enum Cause {
        /** It threw something. */
        BROKEN(true),
        /** It took more than its time, of the processor or by the clock. */
        SLOW(true),
        /** It asked for more memory than a call may. */
        LARGE(true),
        /** It answered nothing, or more than it may. */
        BAD_ANSWER(true),
        /** As many of its calls as it may have are under way. */
        BUSY(false),
        /** It failed too often: it is left alone for a while. */
        OPEN(false);

        private final boolean plugin;

        Cause(boolean plugin) {
            this.plugin = plugin;
        }

        /** Whether it counts against the plugin's breaker. */
        boolean counts() {
            return plugin;
        }
    }

    public CallFailed(CallKey key, Cause reason, @Nullable Throwable cause) {
        super(key + " " + reason, cause);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
