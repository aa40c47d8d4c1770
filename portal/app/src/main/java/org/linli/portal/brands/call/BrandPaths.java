package org.linli.portal.brands.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.platform.problem.DomainException;

/** Addresses of a brand's pages within the portal. */
public final class BrandPaths {
    private static final int MOST = 200;

    private BrandPaths() {}

    /**
     * The page of the brand in that community.
     *
     * @param page path and query as brands write them, {@code rounds/5?late=1}; empty gives an empty address
     * @throws DomainException 400 when it is too long
     */
    public static String page(BrandRef brand, String page) {
        return page.isEmpty() ? "" : address(brand, page);
    }

    /** As {@link #page}, with the brand's first page for an empty path. */
    public static String address(BrandRef brand, String page) {
        String path = page.startsWith("/") ? page.substring(1) : page;
        String address = "/brand.xhtml?brand=" + brand.brandId() + "&community=" + brand.communityId() + "&page="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
        if (address.length() > MOST) {
            throw DomainException.invalid("brands.address-too-long", page);
        }
        return address;
    }
}
