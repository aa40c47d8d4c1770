package org.linli.portal.brands;

/**
 * A brand in a community.
 *
 * @param brandId as in its descriptor
 * @param communityId the community
 */
public record BrandRef(String brandId, long communityId) {}
