package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import org.linli.journal.HledgerBook;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.time.Clocks;

/**
 * What auditors and administrators do with a journal. No transaction of its own: proofs and exports take their time, and
 * sealed rows never change.
 */
@ApplicationScoped
public class JournalDesk {
    /** Who reads a journal; what is published is for everybody. */
    public static final Set<Role> READERS = Set.of(Role.COMMUNITY_ADMIN, Role.AUDITOR);

    private static final int LATEST = 10;

    private final Caller caller;
    private final ChainReader reader;
    private final Ends ends;
    private final JournalRecords records;
    private final CheckJournals checks;

    @Inject
    public JournalDesk(Caller caller, ChainReader reader, Ends ends, JournalRecords records, CheckJournals checks) {
        this.caller = caller;
        this.reader = reader;
        this.ends = ends;
        this.records = records;
        this.checks = checks;
    }

    /**
     * How a journal is doing.
     *
     * @param ends what is sealed and what waits
     * @param checks the latest proofs, newest first
     */
    public record Status(Ends.Measure ends, List<JournalRecords.Check> checks) {}

    /**
     * How it is doing.
     *
     * @throws DomainException 404 or 403
     */
    public Status status(long communityId) {
        caller.requireAtCommunity(READERS, communityId);
        return new Status(ends.measure(communityId), records.latest(communityId, LATEST));
    }

    /**
     * Proves the whole chain against the tables, now.
     *
     * @throws DomainException 404 or 403
     */
    public JournalRecords.Check check(long communityId) {
        caller.requireAtCommunity(READERS, communityId);
        checks.prove(communityId, caller.personId());
        return records.latest(communityId, 1).get(0);
    }

    /** Writes a document to where the caller wants it. */
    @FunctionalInterface
    public interface Document {
        void write(Writer out) throws IOException;
    }

    /**
     * The journal as JSON lines, as far as it is sealed now. The right is asked and the audit line left at once.
     *
     * @throws DomainException 404 or 403
     */
    public Document lines(long communityId) {
        long end = take(communityId, "jsonl");
        return out -> {
            reader.<IOException>read(communityId, end, kept -> {
                out.write(kept.entry().line(kept.hash()));
                out.write('\n');
                return true;
            });
            out.flush();
        };
    }

    /**
     * The points of the journal as a book of hledger, as far as it is sealed now.
     *
     * @throws DomainException 404 or 403
     */
    public Document book(long communityId) {
        long end = take(communityId, "hledger");
        return out -> {
            HledgerBook book = new HledgerBook(out, Clocks.ZONE);
            book.begin();
            reader.<IOException>read(communityId, end, kept -> {
                if (!kept.gone()) {
                    book.add(kept.entry());
                }
                return true;
            });
            book.end();
            out.flush();
        };
    }

    private long take(long communityId, String form) {
        caller.requireAtCommunity(READERS, communityId);
        records.taken(communityId, form);
        return ends.measure(communityId).sealed();
    }
}
