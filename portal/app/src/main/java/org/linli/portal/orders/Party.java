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
    /** Holds a role that the flow pack names for the stage. */
    STAFF,
    /** Looks from above: supervisors, auditors, the grid worker of the place. */
    OBSERVER,
    /** The portal itself, when a time limit passed or a stage is passed over. */
    PORTAL
}
