package org.linli.portal.brands.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which release of a brand is to work.
 *
 * @param releaseId null for none
 * @param previousId to which it goes back when the release fails before it counts as healthy
 * @param healthyAt from then on it counts as healthy
 */
public record Pointer(
        String brandId,
        long generation,
        @Nullable Long releaseId,
        @Nullable Long previousId,
        Instant healthyAt,
        long activatedBy) {}
