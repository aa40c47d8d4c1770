package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.audit.AuditLog.Subject;

/** What every decision on a role leaves behind: an audit line, fresh rights, and word to the person. */
@ApplicationScoped
class Decisions {
    private final AuditLog audit;
    private final Event<RightsChanged> rightsChanged;
    private final Event<GrantDecided> grantDecided;

    @Inject
    Decisions(AuditLog audit, Event<RightsChanged> rightsChanged, Event<GrantDecided> grantDecided) {
        this.audit = audit;
        this.rightsChanged = rightsChanged;
        this.grantDecided = grantDecided;
    }

    void announce(String action, long communityId, GrantView grant) {
        audit.record(
                action, communityId, new Subject("person", grant.personId()), grant.role() + " @ " + grant.unitName());
        rightsChanged.fire(new RightsChanged(grant.personId()));
        grantDecided.fire(new GrantDecided(grant));
    }
}
