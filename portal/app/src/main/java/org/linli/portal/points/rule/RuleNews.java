package org.linli.portal.points.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.notices.Circular;
import org.linli.portal.notices.Circulars;
import org.linli.portal.notices.VolunteersOfCommunity;
import org.linli.portal.platform.audit.AuditLog;

/** Who hears of a rule: the audit log of every act, the volunteers of a new edition. */
@ApplicationScoped
class RuleNews {
    private final AuditLog audit;
    private final Circulars circulars;
    private final Clock clock;

    @Inject
    RuleNews(AuditLog audit, Circulars circulars, Clock clock) {
        this.audit = audit;
        this.circulars = circulars;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void record(String action, long communityId, String detail) {
        audit.record(action, communityId, new AuditLog.Subject("points-rule", communityId), detail);
    }

    void tell(long communityId, int edition, LocalDate validFrom) {
        circulars.send(new Circular(
                VolunteersOfCommunity.NAME,
                communityId,
                0,
                "points-rule",
                List.of(String.valueOf(edition), validFrom.toString()),
                "/wallet.xhtml",
                "points-rule:" + communityId + ":" + edition));
    }
}
