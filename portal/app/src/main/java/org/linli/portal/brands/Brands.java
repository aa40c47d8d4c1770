package org.linli.portal.brands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What features may know of brands; the host answers. */
public interface Brands {
    /** What the brand declares, if it is on in that community. */
    Optional<Descriptor> active(BrandRef brand);

    /** What the release that is active in the portal declares, whether the community has it on or not. */
    Optional<Descriptor> release(String brandId);

    /** Roles of the brand that the person holds in that community today. */
    Set<String> rolesOf(BrandRef brand, long personId);

    /** Who holds that role of the brand in that community today. */
    List<Long> holding(BrandRef brand, String role);

    /** A text of the brand's bundle; the key itself when there is none or the release is not there. */
    String text(String brandId, Locale locale, String key, Object... arguments);
}
