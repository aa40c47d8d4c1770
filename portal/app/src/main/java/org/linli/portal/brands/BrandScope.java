package org.linli.portal.brands;

import org.jspecify.annotations.Nullable;

/**
 * For whom a plugin acts: everything that it reads and every effect stays within this.
 *
 * @param brand the brand and the community
 * @param descriptor of the release that acts: what it declares and may do
 * @param personId who acts, null for the portal
 * @param demo whether demonstration data are made: the past is allowed, nobody is told
 */
public record BrandScope(
        BrandRef brand, Descriptor descriptor, @Nullable Long personId, boolean demo) {
    public long communityId() {
        return brand.communityId();
    }

    public String brandId() {
        return brand.brandId();
    }
}
