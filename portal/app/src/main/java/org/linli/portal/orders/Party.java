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
    /** May look: supervisors, auditors, the grid worker and butler of the place. */
    OBSERVER,
    /** The portal itself, when a time limit passed or a stage is passed over. */
    PORTAL
}
