package org.linli.portal.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** What is published of journals, for everybody: hashes, numbers of entries and days, and nothing about people. */
@ApplicationScoped
public class PublicJournals {
    private final Chain chain;
    private final Sql sql;

    @Inject
    public PublicJournals(Chain chain, Sql sql) {
        this.chain = chain;
        this.sql = sql;
    }

    /** A community with a journal. */
    public record Keeper(long communityId, String name) {}

    /** Where a chain ends at this moment. */
    public record Head(long seq, String hash, Instant sealedAt) {}

    /**
     * What is published of a chain.
     *
     * @param head null before the first entry
     * @param days roots of the last days, newest first
     */
    public record Published(Keeper keeper, @Nullable Head head, List<Chain.DayRoot> days) {}

    /** Communities that keep a journal, those that were made last first. */
    public Page<Keeper> keepers(Window window) {
        List<Keeper> rows = sql.list(
                "SELECT u.id, u.name FROM journal_head h JOIN org_unit u ON u.id = h.community_id"
                        + " WHERE h.seq > 0 AND h.community_id < ? ORDER BY h.community_id DESC LIMIT ?",
                row -> new Keeper(row.number(1), row.text(2)),
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Keeper::communityId);
    }

    /**
     * What is published of a community's chain.
     *
     * @param days of so many days at most
     * @throws DomainException 404 when there is no such community
     */
    public Published published(long communityId, int days) {
        String name = sql.first(
                        "SELECT name FROM org_unit WHERE id = ? AND level = 'COMMUNITY'",
                        row -> row.text(1),
                        communityId)
                .orElseThrow(DomainException::notFound);
        List<Chain.Row> last = chain.head(communityId)
                .map(head -> chain.after(communityId, head.seq() - 1, 1))
                .orElse(List.of());
        Head head = last.isEmpty()
                ? null
                : new Head(last.get(0).seq(), last.get(0).hash(), last.get(0).sealedAt());
        return new Published(new Keeper(communityId, name), head, chain.days(communityId, days));
    }
}
