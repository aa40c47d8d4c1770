package org.linli.portal.shop;

import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.problem.Violations;

/**
 * What the keeper of a shop says about goods.
 *
 * @param name Chinese name, at most 80 characters
 * @param nameEn English name, at most 120, may be absent
 * @param description at most 300, may be absent
 * @param icon name of an icon, may be absent
 * @param price points for one piece, more than none
 */
public record ItemCommand(
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable String description,
        @Nullable String icon,
        @Nullable Points price) {
    private static final int MAX_NAME = 80;
    private static final int MAX_NAME_EN = 120;
    private static final int MAX_DESCRIPTION = 300;
    private static final Points MAX_PRICE = Points.of(10_000_00);

    /** What is wrong with it. */
    Violations check() {
        return new Violations()
                .requiredLine(name, "name", MAX_NAME)
                .text(nameEn, "nameEn", MAX_NAME_EN)
                .text(description, "description", MAX_DESCRIPTION)
                .check(icon == null || icon.matches("[a-z][a-z-]{0,30}"), "icon", "shop.no-such-icon")
                .required(price, "price")
                .check(
                        price == null || (price.compareTo(Points.ZERO) > 0 && price.compareTo(MAX_PRICE) <= 0),
                        "price",
                        "shop.price-out-of-range",
                        MAX_PRICE.format());
    }

    RewardItem.Words words() {
        String known = icon == null || icon.isEmpty() ? "gift" : icon;
        return new RewardItem.Words(strip(name), strip(nameEn), strip(description), known);
    }

    long hundredths() {
        return price == null ? 0 : price.hundredths();
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
