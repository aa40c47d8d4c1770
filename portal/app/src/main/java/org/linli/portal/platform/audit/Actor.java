package org.linli.portal.platform.audit;

/** Who acts in the present request, for the audit log. */
public interface Actor {
    /** Id of the person. */
    long actorId();

    /** Name at this time; kept with the entry, because names change. */
    String actorName();
}
