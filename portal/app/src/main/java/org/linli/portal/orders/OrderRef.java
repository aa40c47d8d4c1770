package org.linli.portal.orders;

import org.jspecify.annotations.Nullable;

/**
 * Which order a command is about.
 *
 * @param id the order
 * @param version the version that the caller saw; another one is refused (412). Null to act on whatever there is now
 */
public record OrderRef(long id, @Nullable Long version) {
    /** The order as it is now. */
    public static OrderRef latest(long id) {
        return new OrderRef(id, null);
    }
}
