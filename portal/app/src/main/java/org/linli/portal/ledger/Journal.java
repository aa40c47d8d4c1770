package org.linli.portal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.linli.portal.platform.persistence.Joins;
import org.linli.portal.platform.persistence.Sql;

/**
 * Notes facts for the journal that proves itself. Whoever inserts a fact notes it in the same transaction; the sealer
 * chains it shortly after the commit (package {@code ledger.journal}). A fact that was rolled back was never noted.
 */
@ApplicationScoped
@Joins
public class Journal {
    private final Sql sql;
    private final TailBound bound;
    private final Clock clock;

    @Inject
    public Journal(Sql sql, TailBound bound, Clock clock) {
        this.sql = sql;
        this.bound = bound;
        this.clock = clock;
    }

    /** What kind of fact; part of the hashed form, never renamed. */
    public enum Kind {
        /** A transaction of the points ledger with its entries; id of the transaction. */
        POINTS,
        /** A row of the legal time record, corrections too; id of the service record. */
        SERVICE
    }

    /**
     * A fact that was just inserted.
     *
     * @param sourceId id of the transaction or of the service record; noted once
     * @param communityId whose chain
     */
    public record Note(Kind kind, long sourceId, long communityId) {}

    /**
     * Notes one fact.
     *
     * @throws org.linli.portal.platform.problem.DomainException 503 ledger.journal-behind when the community's tail is at its bound
     */
    public void note(Kind kind, long sourceId, long communityId) {
        noteAll(List.of(new Note(kind, sourceId, communityId)));
    }

    /**
     * Notes many facts, in one statement.
     *
     * @throws org.linli.portal.platform.problem.DomainException 503 ledger.journal-behind when a community's tail is at its bound
     */
    public void noteAll(Collection<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        StringBuilder insert =
                new StringBuilder("INSERT INTO journal_pending (community_id, kind, source_id, entered_at) VALUES ");
        List<Object> parameters = new ArrayList<>(4 * notes.size());
        String comma = "";
        for (Note note : notes) {
            bound.requireRoom(note.communityId());
            insert.append(comma).append("(?, ?, ?, ?)");
            parameters.addAll(List.of(note.communityId(), note.kind(), note.sourceId(), now));
            comma = ", ";
        }
        sql.update(insert.toString(), parameters.toArray());
    }
}
