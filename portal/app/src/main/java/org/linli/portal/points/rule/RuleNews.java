package org.linli.portal.points.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;

/** Who hears of a rule: the audit log of every act, the volunteers of a new edition. */
@ApplicationScoped
class RuleNews {
    private final AuditLog audit;
    private final Notices notices;
    private final People people;
    private final Clock clock;

    @Inject
    RuleNews(AuditLog audit, Notices notices, People people, Clock clock) {
        this.audit = audit;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void record(String action, long communityId, String detail) {
        audit.record(action, communityId, new AuditLog.Subject("points-rule", communityId), detail);
    }

    void tell(long communityId, int edition, LocalDate validFrom) {
        for (long volunteer : people.holders(Role.VOLUNTEER, communityId)) {
            notices.send(new Notice(
                    volunteer,
                    "points-rule",
                    List.of(String.valueOf(edition), validFrom.toString()),
                    "/wallet.xhtml",
                    "points-rule:" + communityId + ":" + edition));
        }
    }
}
