package org.linli.portal.notices;

import java.util.List;

/** People of a community who are told of something together; offered as a bean by the feature that knows them. */
public interface Audience {
    /** Its name; stands in messages that wait, so it never changes. */
    String name();

    /**
     * Some of them, in the order of their ids.
     *
     * @param personId only those above that one
     * @param limit at most so many
     */
    List<Long> after(long communityId, long personId, int limit);
}
