package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.logging.Logger;
import org.linli.journal.Finding;
import org.linli.portal.platform.jobs.PeriodicJob;
import org.linli.portal.platform.time.Clocks;

/** Proves every chain once a night, after two o'clock; of several nodes one proves each. */
@ApplicationScoped
public class CheckJournals implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(CheckJournals.class.getName());
    private static final int FROM_HOUR = 2;

    private final JournalProof proof;
    private final JournalRecords records;
    private final Clock clock;

    @Inject
    public CheckJournals(JournalProof proof, JournalRecords records, Clock clock) {
        this.proof = proof;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Clocks.ZONE);
        if (now.getHour() >= FROM_HOUR) {
            records.unchecked(now.toLocalDate()).forEach(community -> prove(community, now.toLocalDate()));
        }
    }

    private void prove(long communityId, LocalDate night) {
        records.beginNight(communityId, night).ifPresent(id -> end(id, communityId));
    }

    /** Proves a chain because somebody asks. */
    void prove(long communityId, long askedBy) {
        end(records.begin(communityId, askedBy), communityId);
    }

    private void end(long checkId, long communityId) {
        JournalProof.Verdict verdict = proof.prove(communityId);
        Finding finding = verdict.finding();
        if (finding != null) {
            LOG.severe(() -> "journal of community " + communityId + " is broken: " + finding.text(Locale.ENGLISH));
        }
        records.end(checkId, communityId, verdict);
    }
}
