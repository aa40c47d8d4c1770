package org.linli.portal.orders;

/** What somebody is to an order. */
public enum Party {
    /** Who needs the service. */
    PRINCIPAL,
    /** Who placed the order, perhaps for another. */
    PLACER,
    /** Has an open offer, personally or through a team. */
    ADDRESSEE,
    /** Has accepted. */
    ASSIGNEE,
    /** Was asked or served once; may look, no more. */
    FORMER,
    /** Holds a role that the flow pack names for triage. */
    TRIAGER,
    /** Holds a role that the flow pack names for dispatch. */
    DISPATCHER,
    /** Holds a role that the flow pack names for assessment. */
    ASSESSOR,
    /** Takes part by a role of the order's brand. */
    PARTICIPANT,
    /** May look: the community's own staff, the grid worker and butler of the place, and whom it was escalated to. */
    OBSERVER,
    /** Looks from a unit above the community: at how it goes, not at whom it concerns. */
    OVERSEER,
    /** The portal itself, when a time limit passed or a stage is passed over. */
    PORTAL
}
