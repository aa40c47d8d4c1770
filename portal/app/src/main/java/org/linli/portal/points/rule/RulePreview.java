package org.linli.portal.points.rule;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.people.Caller;
import org.linli.portal.platform.persistence.Desk;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.points.rule.PreviewSums.Counted;

/**
 * Runs a draft over real history before it is published. Reads the records one volunteer after the other, a bounded
 * number at a time, and counts with the arithmetic that pays.
 */
@Desk
public class RulePreview {
    /** As far as one looks back. */
    public static final int MAX_MONTHS = 24;

    private static final int AT_A_TIME = 2_000;
    private static final String RECORDS = "SELECT r.id, r.volunteer_id, p.name, r.ended_at, r.item_id,"
            + " COALESCE(o.points_rate, i.points_rate), r.minutes, COALESCE(o.expected_minutes, i.expected_minutes),"
            + " r.evidence, COALESCE(s.amount, 0), i.name, i.name_en FROM service_record r"
            + " JOIN service_item i ON i.id = r.item_id JOIN person p ON p.id = r.volunteer_id"
            + " LEFT JOIN service_order o ON o.id = r.order_id"
            + " LEFT JOIN service_points s ON s.record_id = r.id AND s.reversed_at IS NULL"
            + " WHERE r.community_id = ? AND r.ended_at >= ? AND r.minutes > 0"
            + " AND NOT EXISTS (SELECT 1 FROM service_record v WHERE v.reverses_id = r.id)"
            + " AND (r.volunteer_id > ? OR (r.volunteer_id = ? AND r.id > ?))"
            + " ORDER BY r.volunteer_id, r.id LIMIT ?";

    private final Caller caller;
    private final RuleBooks books;
    private final RuleRows rows;
    private final Sql sql;
    private final Clock clock;

    @Inject
    public RulePreview(Caller caller, RuleBooks books, RuleRows rows, Sql sql, Clock clock) {
        this.caller = caller;
        this.books = books;
        this.rows = rows;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What the draft of the community would have given.
     *
     * @param months whole calendar months to look back, 1 to 24; the running month comes on top
     * @throws DomainException 404 without a draft or out of scope, 403 for others than administrators and auditors
     */
    public Preview ofDraft(long communityId, int months) {
        caller.requireAtCommunity(RuleQueries.READERS, communityId);
        new Violations().range(months, "months", 1, MAX_MONTHS).throwIfAny();
        RuleDraft draft = rows.draft(communityId).orElseThrow(DomainException::notFound);
        return run(communityId, months, draft.book());
    }

    /** The same for any rule; knows no callers. */
    Preview run(long communityId, int months, RuleBook book) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
        LocalDate from = today.withDayOfMonth(1).minusMonths(months);
        Edition now = books.inForce(communityId, today);
        PreviewSums sums = new PreviewSums(now.book(), book);
        Instant since = from.atStartOfDay(Clocks.ZONE).toInstant();
        long volunteer = 0;
        long record = 0;
        List<Counted> some;
        do {
            some = page(communityId, since, volunteer, record);
            for (Counted one : some) {
                sums.add(one);
                volunteer = one.personId();
                record = one.recordId();
            }
        } while (some.size() == AT_A_TIME);
        return sums.result(from, today, now.number());
    }

    private List<Counted> page(long communityId, Instant since, long volunteer, long record) {
        return sql.list(
                RECORDS,
                row -> new Counted(
                        row.number(1),
                        row.number(2),
                        row.text(3),
                        LocalDate.ofInstant(row.instant(4), Clocks.ZONE),
                        new RuleArithmetic.Service(
                                row.number(5),
                                row.number(6),
                                row.integer(7),
                                row.integer(8),
                                Grade.valueOf(row.text(9))),
                        row.number(10),
                        row.text(11),
                        row.text(12)),
                communityId,
                since,
                volunteer,
                volunteer,
                record,
                AT_A_TIME);
    }
}
