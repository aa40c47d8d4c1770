package org.linli.portal.brands.automation;

import org.linli.plugin.Data;
import org.linli.portal.brands.BrandRef;

/**
 * Something that waits for a plugin, taken by this node for a while.
 *
 * @param what which sort
 * @param name of the automation, or the handler of the policy; empty for the brand itself
 * @param triggerId the same for each attempt
 * @param attempts with this one
 */
public record Run(long id, BrandRef brand, What what, String name, String triggerId, Data payload, int attempts) {
    /** Sorts of runs. */
    public enum What {
        AUTOMATION,
        POINTS,
        ENABLE,
        DISABLE,
        DEMO
    }
}
