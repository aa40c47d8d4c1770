package org.linli.portal.community;

import org.jspecify.annotations.Nullable;

/**
 * A node of the tree as others see it.
 *
 * @param id identifier
 * @param parentId null for a root
 * @param level its level
 * @param code national or local code, unique
 * @param name its name
 * @param path ids of the ancestors and its own in base 36, each followed by '/'; a subtree is a prefix
 * @param communityId the community at or above it, null above the communities
 * @param position schematic place, null when not known
 * @param phone telephone of the residents' centre, null when none
 */
public record OrgUnitView(
        long id,
        @Nullable Long parentId,
        OrgLevel level,
        String code,
        String name,
        String path,
        @Nullable Long communityId,
        @Nullable Position position,
        @Nullable String phone) {
    /**
     * A schematic place within the district: no real location is kept.
     *
     * @param eastMetres metres to the east of the district's origin
     * @param northMetres metres to the north
     */
    public record Position(int eastMetres, int northMetres) {
        /** Straight distance in metres. */
        public long metresTo(Position other) {
            return Math.round(Math.hypot(eastMetres - other.eastMetres, northMetres - other.northMetres));
        }
    }

    /** Whether that path is this node's or lies below it. */
    public boolean covers(String otherPath) {
        return otherPath.startsWith(path);
    }
}
