package org.linli.portal.brands.route;

import org.jspecify.annotations.Nullable;
import org.linli.plugin.Data;

/**
 * What is asked for.
 *
 * @param communityId null for the caller's own
 * @param slot {@code page}, {@code rest} or {@code card}
 * @param path without slashes at its ends
 */
public record Target(String brandId, @Nullable Long communityId, String slot, String path, Data query) {}
