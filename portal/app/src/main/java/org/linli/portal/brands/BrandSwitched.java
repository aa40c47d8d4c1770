package org.linli.portal.brands;

/**
 * CDI event, within the transaction: a community took a brand up (for the first time, again, or with a new release), or laid
 * it down. Features bring what the descriptor declares into line: orders its catalogue, activities its calendar.
 *
 * @param scope the brand, the community and the release
 * @param on whether it works there now
 */
public record BrandSwitched(BrandScope scope, boolean on) {}
