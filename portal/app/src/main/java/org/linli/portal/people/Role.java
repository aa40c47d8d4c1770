package org.linli.portal.people;

/** What a person may be at a unit (domain.md: RoleGrant 任职). Rights reach down the tree, never up. */
public enum Role {
    RESIDENT,
    VOLUNTEER,
    /** 网格员: places orders for others in the grid. */
    GRID_WORKER,
    /** 社区管家: looks after 40 to 50 households. */
    BUTLER,
    DISPATCHER,
    ASSESSOR,
    SHOPKEEPER,
    COMMUNITY_ADMIN,
    /** Street and district: reads everything below; writes nothing but a second signature and the star levels of a district. */
    SUPERVISOR,
    /** Reads ledgers and the audit log. */
    AUDITOR,
    /** Runs the portal: the tree, imports, brands. */
    OPERATOR;

    /** Roles that let a person look into a community other than the one they live in. */
    public boolean isStaff() {
        return this != RESIDENT && this != VOLUNTEER;
    }
}
