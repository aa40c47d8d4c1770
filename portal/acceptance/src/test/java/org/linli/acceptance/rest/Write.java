package org.linli.acceptance.rest;

import java.util.function.Supplier;
import org.linli.acceptance.Rest;

/**
 * A write that is ready to be sent.
 *
 * @param request makes the request, always the same
 * @param count query for a number that grows with each effect
 * @param effect by how much it grows with one
 * @param repeatable whether the same request without a key rightly has an effect again
 */
record Write(Supplier<Rest.Call> request, String count, int effect, boolean repeatable) {
    /** A write that has one effect however often it is sent. */
    static Write once(Supplier<Rest.Call> request, String count, int effect) {
        return new Write(request, count, effect, false);
    }

    /** A write that has an effect each time, unless it carries a key. */
    static Write each(Supplier<Rest.Call> request, String count) {
        return new Write(request, count, 1, true);
    }
}
