package org.linli.portal.people;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is and how to reach them, for features that may know both.
 *
 * @param phone in full, null when none is known
 */
public record Contact(
        long personId,
        long communityId,
        long homeUnitId,
        String name,
        @Nullable String phone) {}
