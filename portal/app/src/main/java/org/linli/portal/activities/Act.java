package org.linli.portal.activities;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, when.
 *
 * @param by null for the portal or a brand on its own
 * @param quiet nobody is told, and no fact leaves: demonstration data are made
 */
record Act(@Nullable Long by, Instant at, boolean quiet) {
    static Act of(long by, Instant at) {
        return new Act(by, at, false);
    }
}
