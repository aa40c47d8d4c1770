package org.linli.portal.points.gift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.SqlFailure;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Persons in need, gifts, the pool and its grants, as they are kept. */
@ApplicationScoped
public class Gifts {
    private static final String NEED = "SELECT n.id, n.community_id, n.person_id, p.name, n.valid_from, n.valid_to,"
            + " n.reason, n.consent, n.ended_at FROM person_in_need n JOIN person p ON p.id = n.person_id WHERE ";
    private static final String DONATION = "SELECT id, community_id, donor_id, recipient_id, amount, named, message,"
            + " transaction_id, given_at FROM points_donation WHERE ";
    private static final String GRANT =
            "SELECT id, community_id, person_id, amount, reason, status, asked_by, asked_at,"
                    + " decided_by, decided_at FROM pool_grant WHERE ";

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Gifts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Puts somebody on the list; empty when they stand on it. */
    Optional<Long> add(long communityId, NeedCommand need, long by) {
        long id = Ids.next();
        try {
            sql.update(
                    "INSERT INTO person_in_need (id, community_id, person_id, valid_from, valid_to, reason, consent,"
                            + " entered_by, entered_at, live_person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    communityId,
                    need.personId(),
                    need.from(),
                    need.to(),
                    strip(need.reason()),
                    strip(need.consent()),
                    by,
                    clock.instant(),
                    need.personId());
            return Optional.of(id);
        } catch (IllegalStateException e) {
            if (SqlFailure.isDuplicate(e, "person_in_need_once")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Ends an entry; false when it was over. */
    boolean end(long id, long by) {
        return sql.update(
                        "UPDATE person_in_need SET ended_at = ?, ended_by = ?, live_person = NULL"
                                + " WHERE id = ? AND ended_at IS NULL",
                        clock.instant(),
                        by,
                        id)
                == 1;
    }

    /** Frees those whose last day is over, so that they may be entered anew. */
    void endLapsed(long personId, LocalDate today) {
        sql.update(
                "UPDATE person_in_need SET live_person = NULL WHERE live_person = ? AND valid_to < ?", personId, today);
    }

    Optional<InNeed> need(long id) {
        return sql.first(NEED + "n.id = ?", Gifts::need, id);
    }

    /** The entry of a person that may be given something on that day. */
    Optional<InNeed> inNeed(long communityId, long personId, LocalDate day) {
        return sql.first(
                NEED + "n.live_person = ? AND n.community_id = ? AND n.valid_from <= ? AND n.valid_to >= ?",
                Gifts::need,
                personId,
                communityId,
                day,
                day);
    }

    /** Those who may be given something on that day, by name. */
    List<InNeed> inNeed(long communityId, LocalDate day) {
        return sql.list(
                NEED + "n.community_id = ? AND n.live_person IS NOT NULL AND n.valid_from <= ? AND n.valid_to >= ?"
                        + " ORDER BY p.name_pinyin, p.id LIMIT 500",
                Gifts::need,
                communityId,
                day,
                day);
    }

    /** The whole list with what is over, newest first. */
    Page<InNeed> needs(long communityId, Window window) {
        List<InNeed> rows = sql.list(
                NEED + "n.community_id = ? AND n.id < ? ORDER BY n.id DESC LIMIT ?",
                Gifts::need,
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, InNeed::id);
    }

    /** What the pool holds, hundredths. */
    public long pool(long communityId) {
        return sql.number("SELECT balance FROM points_pool WHERE community_id = ?", communityId);
    }

    void fillPool(long communityId, long amount) {
        sql.update(
                "INSERT INTO points_pool (community_id, balance) VALUES (?, ?)"
                        + " ON DUPLICATE KEY UPDATE balance = balance + ?",
                communityId,
                amount,
                amount);
    }

    /** Takes from the pool if it is there. */
    boolean drawFromPool(long communityId, long amount) {
        return sql.update(
                        "UPDATE points_pool SET balance = balance - ? WHERE community_id = ? AND balance >= ?",
                        amount,
                        communityId,
                        amount)
                == 1;
    }

    void keep(Donation donation) {
        sql.update(
                "INSERT INTO points_donation (id, community_id, donor_id, recipient_id, amount, named, message,"
                        + " transaction_id, given_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                donation.id(),
                donation.communityId(),
                donation.donorId(),
                donation.recipientId(),
                donation.amount(),
                donation.named(),
                donation.message(),
                donation.transactionId(),
                donation.at());
    }

    Optional<Donation> donation(long id) {
        return sql.first(DONATION + "id = ?", Gifts::donation, id);
    }

    /** Gifts of a donor, newest first. */
    Page<Donation> donationsOf(long donorId, Window window) {
        List<Donation> rows = sql.list(
                DONATION + "donor_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                Gifts::donation,
                donorId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, Donation::id);
    }

    void keep(PoolGrant grant) {
        sql.update(
                "INSERT INTO pool_grant (id, community_id, person_id, amount, reason, status, asked_by, asked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                grant.id(),
                grant.communityId(),
                grant.personId(),
                grant.amount(),
                grant.reason(),
                grant.status(),
                grant.askedBy(),
                grant.askedAt());
    }

    /** Decides a grant that waits; whoever comes second gets false. */
    boolean decide(long id, PoolGrant.Status outcome, long by) {
        return sql.update(
                        "UPDATE pool_grant SET status = ?, decided_by = ?, decided_at = ? WHERE id = ? AND status = ?",
                        outcome,
                        by,
                        clock.instant(),
                        id,
                        PoolGrant.Status.ASKED)
                == 1;
    }

    void paid(long grantId, long transactionId) {
        sql.update("UPDATE pool_grant SET transaction_id = ? WHERE id = ?", transactionId, grantId);
    }

    Optional<PoolGrant> grant(long id) {
        return sql.first(GRANT + "id = ?", Gifts::grant, id);
    }

    /** What that person got of a pool since then by grants that one administrator made alone, hundredths. */
    long grantedAlone(long personId, Instant since) {
        return sql.number(
                "SELECT COALESCE(SUM(amount), 0) FROM pool_grant WHERE person_id = ? AND status = ?"
                        + " AND decided_by = asked_by AND decided_at > ?",
                personId,
                PoolGrant.Status.PAID,
                since);
    }

    /** Grants of a community, newest first. */
    Page<PoolGrant> grants(long communityId, Window window) {
        List<PoolGrant> rows = sql.list(
                GRANT + "community_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                Gifts::grant,
                communityId,
                window.before(),
                window.fetchSize());
        return Page.of(rows, window, PoolGrant::id);
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static InNeed need(Sql.Row row) throws SQLException {
        return new InNeed(
                row.number(1),
                row.number(2),
                row.number(3),
                row.text(4),
                LocalDate.parse(row.text(5)),
                LocalDate.parse(row.text(6)),
                row.text(7),
                row.text(8),
                row.instantOrNull(9));
    }

    private static Donation donation(Sql.Row row) throws SQLException {
        return new Donation(
                row.number(1),
                row.number(2),
                row.number(3),
                row.numberOrNull(4),
                row.number(5),
                row.flag(6),
                row.text(7),
                row.number(8),
                row.instant(9));
    }

    private static PoolGrant grant(Sql.Row row) throws SQLException {
        return new PoolGrant(
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.text(5),
                row.constant(6, PoolGrant.Status.class),
                row.number(7),
                row.instant(8),
                row.numberOrNull(9),
                row.instantOrNull(10));
    }
}
