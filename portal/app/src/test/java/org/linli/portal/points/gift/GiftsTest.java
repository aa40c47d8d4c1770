package org.linli.portal.points.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.points.PointsFixture.HERE;
import static org.linli.portal.points.PointsFixture.THERE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.ledger.Balances;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.Explanation;
import org.linli.portal.points.PointsFixture;
import org.linli.portal.points.Receipts;

/** Gifts and the pool on the real engine. */
class GiftsTest {
    private final PointsFixture points = new PointsFixture();
    private final Gifts gifts = new Gifts(points.sql, points.clock);
    private final GiftNotices notices = new GiftNotices(points.books.notices);
    private final NeedDesk needs = new NeedDesk(points.caller, points.people, gifts, points.audit, points.clock);
    private final DonationDesk donations =
            new DonationDesk(points.caller, points.policies, gifts, points.books.ledger, notices, points.clock);
    private final PoolDesk pool = new PoolDesk(
            points.caller, points.policies, gifts, points.books.ledger, notices, points.audit, points.clock);
    private final GiftQueries queries = new GiftQueries(points.caller, points.policies, gifts, points.clock);
    private final long admin = points.person(0);
    private final long donor = points.person(10_000);
    private final long poor = points.person(0);

    @AfterEach
    void invariants_hold() {
        points.books.invariantsHold();
        assertThat(points.count(
                        "SELECT COUNT(*) FROM points_pool p WHERE p.balance <> (SELECT COALESCE(SUM(e.amount), 0)"
                                + " FROM ledger_entry e JOIN points_account a ON a.id = e.account_id"
                                + " WHERE a.kind = 'POOL' AND a.community_id = p.community_id)"))
                .as("the pool is the sum of its entries")
                .isZero();
    }

    @Test
    void where_nothing_is_decided_nothing_can_be_given() {
        inNeed(poor);

        refused("points.no-donations", () -> give(poor, 100));
        refused("points.no-pool", () -> give(null, 100));
        assertThat(points.available(donor)).isEqualTo(10_000);
    }

    @Test
    void a_gift_moves_points_with_a_receipt_for_each_side() {
        points.permit();
        inNeed(poor);

        give(poor, 2_500);

        assertThat(points.books.balances(donor)).isEqualTo(new Balances(7_500, 0, 10_000, 0, 0, 2_500, 0));
        assertThat(points.books.balances(poor)).isEqualTo(new Balances(2_500, 0, 0, 0, 2_500, 0, 0));
        assertThat(words(donor)).contains("王秀英");
        assertThat(words(poor)).contains("不愿留名").doesNotContain("某人").contains("早日康复");
        assertThat(points.told("points-gift-unnamed")).isEqualTo(1);
        assertThat(points.told("points-donated")).isEqualTo(1);
    }

    @Test
    void an_unnamed_donor_stands_nowhere_in_what_the_recipient_has() {
        points.permit();
        inNeed(poor);
        give(poor, 100);

        assertThat(points.count(
                        "SELECT COUNT(*) FROM points_transaction t JOIN ledger_entry e ON e.transaction_id = t.id"
                                + " JOIN points_account a ON a.id = e.account_id WHERE a.owner_id = ?"
                                + " AND (t.posted_by IS NOT NULL OR t.receipt LIKE ?)",
                        poor,
                        "%" + donor + "%"))
                .isZero();
        assertThat(points.count(
                        "SELECT COUNT(*) FROM outbox_message WHERE payload LIKE ? AND payload LIKE '%某人%'",
                        "%" + poor + "%"))
                .isZero();
    }

    @Test
    void a_donor_who_wants_to_be_named_is() {
        points.permit();
        inNeed(poor);

        points.as(donor, () -> donations.donate(new DonateCommand(Ids.next(), poor, Points.of(100), true, null)));

        assertThat(words(poor)).contains("某人");
    }

    @Test
    void nobody_gives_to_themselves_or_to_somebody_who_is_not_on_the_list() {
        points.permit();
        long neighbour = points.person(0);
        long elsewhere = points.person(THERE, 0);

        refused("points.not-to-yourself", () -> give(donor, 100));
        refused("platform.not-found", () -> give(neighbour, 100));
        refused("platform.not-found", () -> give(elsewhere, 100));
    }

    @Test
    void the_list_ends_on_its_day_or_when_the_administrator_says_so() {
        points.permit();
        InNeed entry = inNeed(poor);
        points.as(admin, () -> needs.end(HERE, entry.id()), Role.COMMUNITY_ADMIN);
        refused("platform.not-found", () -> give(poor, 100));

        inNeed(poor);
        points.clock.pass(Duration.ofDays(31));
        refused("platform.not-found", () -> give(poor, 100));

        inNeed(poor);
        give(poor, 100);
    }

    @Test
    void only_administrators_keep_the_list_and_never_for_themselves() {
        NeedCommand oneself = need(admin);
        refused(
                "points.not-for-yourself",
                () -> points.as(admin, () -> needs.add(HERE, oneself), Role.COMMUNITY_ADMIN));
        refused("people.role-needed", () -> points.as(donor, () -> needs.add(HERE, need(poor))));
        refused("people.role-needed", () -> points.as(donor, () -> queries.needs(HERE, Window.first())));
        refused("platform.not-found", () -> points.as(admin, () -> needs.add(THERE, need(poor)), Role.COMMUNITY_ADMIN));
        inNeed(poor);
        refused("points.in-need-already", () -> inNeed(poor));
    }

    @Test
    void donors_see_names_and_no_reasons() {
        points.permit();
        inNeed(poor);

        assertThat(points.as(donor, queries::recipients)).containsExactly(new GiftQueries.Recipient(poor, "王秀英"));
        assertThat(points.as(poor, queries::recipients)).isEmpty();
        assertThat(points.count("SELECT COUNT(*) FROM audit_entry WHERE detail LIKE '%低保%'"))
                .isZero();
    }

    @Test
    void the_same_command_again_gives_nothing_more() {
        points.permit();
        inNeed(poor);
        DonateCommand command = new DonateCommand(Ids.next(), poor, Points.of(100), false, null);

        List<Throwable> failures = Race.of(8, i -> points.as(donor, () -> donations.donate(command)));

        assertThat(failures).containsOnlyNulls();
        assertThat(points.available(poor)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 64})
    void of_many_gifts_of_all_that_somebody_has_one_succeeds(int at_once) {
        points.permit();
        inNeed(poor);
        long giver = points.person(10_000);

        List<Throwable> failures = Race.of(
                at_once,
                i -> points.as(
                        giver,
                        () -> donations.donate(new DonateCommand(
                                Ids.next(), i % 2 == 0 ? poor : null, Points.of(10_000), false, null))));

        assertThat(Race.winners(failures)).isEqualTo(1);
        assertThat(failures).filteredOn(failure -> failure != null).allMatch(failure -> PointsFixture.code(failure)
                .equals("ledger.not-enough-points"));
        assertThat(points.available(giver)).isZero();
        assertThat(points.available(poor) + points.run(() -> gifts.pool(HERE))).isEqualTo(10_000);
    }

    @Test
    void a_small_grant_is_paid_by_one_a_large_one_by_two() {
        points.permit();
        InNeed entry = inNeed(poor);
        give(null, 9_000);

        assertThat(grant(admin, entry, 1_000).status()).isEqualTo(PoolGrant.Status.PAID);
        PoolGrant large = grant(admin, entry, 6_000);
        assertThat(large.status()).isEqualTo(PoolGrant.Status.ASKED);
        refused("points.second-person", () -> approve(admin, large));
        long second = points.person(0);
        assertThat(approve(second, large).status()).isEqualTo(PoolGrant.Status.PAID);

        assertThat(points.available(poor)).isEqualTo(7_000);
        refused("points.grant-decided", () -> approve(second, large));
        refused("points.pool-too-small", () -> grant(admin, entry, 2_001));
        assertThat(points.run(() -> gifts.pool(HERE))).isEqualTo(2_000);
        assertThat(points.told("points-granted")).isEqualTo(2);
    }

    @Test
    void the_pool_is_never_granted_twice() {
        points.permit();
        List<InNeed> entries =
                IntStream.range(0, 20).mapToObj(i -> inNeed(points.person(0))).toList();
        give(null, 5_000);

        List<Throwable> failures = Race.of(20, i -> grant(admin, entries.get(i), 5_000));

        assertThat(Race.winners(failures)).isEqualTo(1);
        assertThat(entries.stream().mapToLong(entry -> points.available(entry.personId())))
                .containsOnlyOnce(5_000L);
        assertThat(points.run(() -> gifts.pool(HERE))).isZero();
    }

    @Test
    void a_large_grant_in_parts_needs_a_second_administrator_as_well() {
        points.permit();
        InNeed entry = inNeed(poor);
        long second = points.person(0);
        give(null, 10_000);
        grant(admin, entry, 3_000);

        PoolGrant waits = grant(second, entry, 2_001);
        assertThat(waits.status()).isEqualTo(PoolGrant.Status.ASKED);
        assertThat(approve(admin, waits).status()).isEqualTo(PoolGrant.Status.PAID);
        assertThat(grant(admin, entry, 2_000).status()).isEqualTo(PoolGrant.Status.PAID);
        assertThat(grant(admin, entry, 1).status()).isEqualTo(PoolGrant.Status.ASKED);

        points.clock.pass(Duration.ofDays(30));
        assertThat(grant(admin, entry, 1).status()).isEqualTo(PoolGrant.Status.PAID);
        assertThat(points.available(poor)).isEqualTo(7_002);
        assertThat(points.run(() -> gifts.pool(HERE))).isEqualTo(2_998);
    }

    @Test
    void of_many_parts_at_once_one_administrator_grants_no_more_than_the_bound() {
        points.permit();
        InNeed entry = inNeed(poor);
        give(null, 10_000);

        List<Throwable> failures = Race.of(20, i -> grant(admin, entry, 2_000));

        assertThat(failures).containsOnlyNulls();
        assertThat(points.available(poor)).isEqualTo(4_000);
        assertThat(points.run(() -> gifts.pool(HERE))).isEqualTo(6_000);
        assertThat(points.count("SELECT COUNT(*) FROM pool_grant WHERE person_id = ? AND status = 'ASKED'", poor))
                .isEqualTo(18);
    }

    @Test
    void nobody_grants_to_themselves_or_agrees_to_what_is_for_them() {
        points.permit();
        InNeed entry = inNeed(poor);
        give(null, 9_000);
        PoolGrant large = grant(admin, entry, 6_000);

        refused("points.not-for-yourself", () -> grant(poor, entry, 100));
        refused("points.not-for-yourself", () -> approve(poor, large));
        refused("people.role-needed", () -> points.as(donor, () -> pool.refuse(HERE, large.id())));
        assertThat(points.as(admin, () -> pool.refuse(HERE, large.id()), Role.COMMUNITY_ADMIN)
                        .status())
                .isEqualTo(PoolGrant.Status.REFUSED);
        assertThat(points.available(poor)).isZero();
    }

    private PoolGrant grant(long by, InNeed entry, long amount) {
        PoolDesk.GrantCommand command = new PoolDesk.GrantCommand(Ids.next(), entry.id(), Points.of(amount), "冬季取暖");
        return points.as(by, () -> pool.grant(HERE, command), Role.COMMUNITY_ADMIN);
    }

    private PoolGrant approve(long by, PoolGrant grant) {
        return points.as(by, () -> pool.approve(HERE, grant.id()), Role.COMMUNITY_ADMIN);
    }

    private Donation give(Long recipient, long amount) {
        return points.as(
                donor,
                () -> donations.donate(new DonateCommand(Ids.next(), recipient, Points.of(amount), false, "祝您早日康复")));
    }

    private InNeed inNeed(long person) {
        return points.as(admin, () -> needs.add(HERE, need(person)), Role.COMMUNITY_ADMIN);
    }

    private NeedCommand need(long person) {
        LocalDate today = points.today();
        return new NeedCommand(person, today, today.plusDays(30), "低保家庭", "本人当面同意");
    }

    private String words(long person) {
        return points.run(() -> points.books.queries.statement(HERE, person, Window.first()).items().stream()
                .map(movement -> new Receipts(new Messages()).explain(movement, Locale.SIMPLIFIED_CHINESE))
                .map(GiftsTest::words)
                .toList()
                .toString());
    }

    private static String words(Explanation explanation) {
        return explanation.title() + explanation.lines();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
