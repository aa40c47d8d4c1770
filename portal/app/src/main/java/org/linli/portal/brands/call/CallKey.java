package org.linli.portal.brands.call;

import org.linli.portal.brands.BrandRef;

/** What is bounded and counted apart: one point of a brand in one community. */
public record CallKey(BrandRef brand, Point point) {
    @Override
    public String toString() {
        return brand.brandId() + "@" + brand.communityId() + "/" + point.code();
    }
}
