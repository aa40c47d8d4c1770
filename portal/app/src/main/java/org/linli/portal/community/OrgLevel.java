package org.linli.portal.community;

/** Levels of the tree, from the top (seed-systems.md S16, S17). */
public enum OrgLevel {
    PROVINCE,
    CITY,
    DISTRICT,
    STREET,
    /** The tenant: owns catalogue, rules, points and shop. */
    COMMUNITY,
    GRID,
    BUILDING,
    /** 十联户: about ten households. */
    HOUSEHOLD_GROUP;

    /** Whether a node of this level may stand under one of that level. */
    public boolean mayStandUnder(OrgLevel parent) {
        return ordinal() > parent.ordinal();
    }
}
