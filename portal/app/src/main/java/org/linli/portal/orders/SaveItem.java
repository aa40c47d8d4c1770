package org.linli.portal.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates or changes a service item; see {@link ItemContent} for the components.
 *
 * @param skills codes of skills, null for none
 * @param active whether it can be ordered, null to leave it as it is
 */
public record SaveItem(
        @Nullable String categoryCode,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String description,
        @Nullable Integer expectedMinutes,
        @Nullable Long pointsRate,
        @Nullable String riskNote,
        @Nullable List<String> skills,
        @Nullable Boolean active) {}
