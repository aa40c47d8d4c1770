package org.linli.portal.orders;

import java.util.List;

/**
 * 服务事项 as it is shown.
 *
 * @param id the item
 * @param communityId whose catalogue
 * @param categoryCode its category
 * @param icon of the category
 * @param name Chinese name
 * @param nameEn English name, may be empty
 * @param description what is done and what is not
 * @param expectedMinutes how long it usually takes
 * @param pointsRate hundredths of a point for an hour
 * @param riskNote what to take care of, may be empty
 * @param skills that a volunteer must have
 * @param active whether it can be ordered
 * @param version for updates
 */
public record CatalogueItem(
        long id,
        long communityId,
        String categoryCode,
        String icon,
        String name,
        String nameEn,
        String description,
        int expectedMinutes,
        long pointsRate,
        String riskNote,
        List<Named> skills,
        boolean active,
        long version) {
    public CatalogueItem {
        skills = List.copyOf(skills);
    }

    /**
     * A code with its names: a skill or a category.
     *
     * @param code stable
     * @param nameZh Chinese
     * @param nameEn English
     * @param icon empty for skills
     */
    public record Named(String code, String nameZh, String nameEn, String icon) {}
}
