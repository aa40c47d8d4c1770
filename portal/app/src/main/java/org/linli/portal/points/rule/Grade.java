package org.linli.portal.points.rule;

/** How well a service is proven, the best first; a rule weighs each. */
public enum Grade {
    /** Code at the start, code at the end, and the resident's own confirmation. */
    A,
    /** One code and the resident's own confirmation. */
    B,
    /** Confirmation only. */
    C,
    /** Confirmed by a proxy, or by default. */
    D,
    /** Entered afterwards by staff, approved by a second person. */
    E
}
