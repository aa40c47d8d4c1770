package org.linli.portal.points.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.points.PointsFixture.THERE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.i18n.Messages;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.PointsFixture;
import org.linli.portal.points.Receipts;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBooks;

/** On the real engine: two approve, seven days of announcement, ten points for a good deed. */
class NominationTest {
    private final PointsFixture points = new PointsFixture();
    private final Nominations nominations = new Nominations(points.sql, points.clock);
    private final NominationNotices notices = new NominationNotices(points.books.notices, points.people);
    private final NominationDesk desk = new NominationDesk(
            points.caller,
            points.people,
            points.policies,
            new RuleBooks(points.sql),
            nominations,
            notices,
            points.audit,
            points.clock);
    private final ObjectionDesk objections =
            new ObjectionDesk(points.caller, nominations, notices, points.audit, points.clock);
    private final NominationPay pay =
            new NominationPay(nominations, points.books.ledger, notices, points.audit, points.clock);
    private final NominationQueries queries = new NominationQueries(points.caller, nominations);

    private final long nominee = points.person(0);
    private final long nominator = points.person(0);
    private final long seconder = points.person(0);
    private final long first = points.person(0);
    private final long second = points.person(0);

    @BeforeEach
    void a_good_deed_is_worth_ten_points() {
        points.permit();
        points.run(() -> points.sql.update(
                "INSERT INTO points_rule (id, community_id, edition, valid_from, content, made_by, made_at, note)"
                        + " VALUES (?, 7, 1, '2026-01-01', ?, ?, '2026-01-01', '')",
                Ids.next(),
                new RuleBook(Map.of(), Map.of(), RuleBook.Caps.NONE, 0, Map.of(NominationKind.GOOD_DEED, 1_000L))
                        .toJson(),
                nominator));
    }

    @AfterEach
    void invariants_hold() {
        points.books.invariantsHold();
    }

    @Test
    void nominated_seconded_approved_and_announced_it_is_paid_after_the_last_day() {
        long id = announced();
        assertThat(find(id).announcement()).isNotNull();
        runJob();
        points.clock.pass(Duration.ofDays(7));
        runJob();
        assertThat(find(id).status()).isEqualTo(NominationStatus.ANNOUNCED);

        points.clock.pass(Duration.ofDays(1));
        runJob();
        runJob();

        assertThat(find(id).status()).isEqualTo(NominationStatus.PAID);
        assertThat(points.books.balances(nominee).earned()).isEqualTo(1_000);
        assertThat(points.told("nomination-paid")).isEqualTo(3);
        String words = points.run(() ->
                        points.books.queries.statement(PointsFixture.HERE, nominee, Window.first()).items().stream()
                                .map(movement ->
                                        new Receipts(new Messages()).explain(movement, Locale.SIMPLIFIED_CHINESE))
                                .toList())
                .toString();
        assertThat(words).contains("好人好事", "帮邻居找回走失的孩子");
    }

    @Test
    void nobody_nominates_themselves_somebody_of_elsewhere_or_somebody_twice() {
        long elsewhere = points.person(THERE, 0);
        refused("points.not-yourself", () -> nominate(nominee, nominee));
        refused("platform.not-found", () -> nominate(nominator, elsewhere));
        nominate(nominator, nominee);
        refused("points.nominated-already", () -> nominate(nominator, nominee));
        nominate(seconder, nominee);
    }

    @Test
    void whoever_has_a_part_neither_seconds_nor_votes() {
        long id = nominate(nominator, nominee);
        refused("points.has-a-part", () -> second(nominator, id));
        refused("points.has-a-part", () -> second(nominee, id));
        second(seconder, id);

        for (long part : List.of(nominee, nominator, seconder)) {
            refused("points.has-a-part", () -> vote(part, id, true));
        }
        refused("people.role-needed", () -> points.as(first, () -> desk.vote(id, true, null)));
        vote(first, id, true);
        refused("points.voted-before", () -> vote(first, id, true));
    }

    @Test
    void as_many_noes_reject_it() {
        long id = nominate(nominator, nominee);
        second(seconder, id);
        vote(first, id, false);
        assertThat(find(id).status()).isEqualTo(NominationStatus.SECONDED);
        vote(second, id, false);

        assertThat(find(id).status()).isEqualTo(NominationStatus.REJECTED);
        refused("points.nomination-status", () -> vote(points.person(0), id, true));
    }

    @Test
    void an_objection_keeps_it_from_being_paid_until_it_is_dismissed() {
        long id = announced();
        long neighbour = points.person(0);
        object(neighbour, id);
        refused("points.objected-before", () -> object(neighbour, id));
        points.clock.pass(Duration.ofDays(8));
        runJob();
        assertThat(find(id).status()).isEqualTo(NominationStatus.ANNOUNCED);
        refused("points.announcement-over", () -> object(points.person(0), id));

        decide(first, id, false);
        runJob();

        assertThat(points.available(nominee)).isEqualTo(1_000);
    }

    @Test
    void an_objection_that_is_upheld_ends_it() {
        long id = announced();
        object(points.person(0), id);
        decide(first, id, true);
        points.clock.pass(Duration.ofDays(8));
        runJob();

        assertThat(find(id).status()).isEqualTo(NominationStatus.OVERTURNED);
        assertThat(points.available(nominee)).isZero();
        assertThat(points.told("nomination-overturned")).isEqualTo(4);
    }

    @Test
    void whoever_objects_or_has_a_part_does_not_decide() {
        long id = announced();
        object(first, id);

        refused("points.has-a-part", () -> decide(first, id, false));
        refused("points.has-a-part", () -> decide(seconder, id, false));
        refused(
                "people.role-needed",
                () -> points.as(second, () -> objections.decide(id, objection(id), true, "不实"), Role.ASSESSOR));
        refused("people.role-needed", () -> points.as(seconder, () -> queries.objections(id)));
    }

    @Test
    void only_the_nominator_withdraws_and_only_before_it_is_announced() {
        long id = nominate(nominator, nominee);
        refused("points.only-the-nominator", () -> points.as(seconder, () -> desk.withdraw(id)));
        points.as(nominator, () -> desk.withdraw(id));
        assertThat(find(id).status()).isEqualTo(NominationStatus.WITHDRAWN);

        long other = announced();
        refused("points.nomination-status", () -> points.as(nominator, () -> desk.withdraw(other)));
    }

    @Test
    void of_votes_that_come_at_once_each_counts_and_it_is_announced_once() {
        long id = nominate(nominator, nominee);
        second(seconder, id);
        List<Long> panel = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            panel.add(points.person(0));
        }

        List<Throwable> failures = Race.of(8, i -> vote(panel.get(i), id, true));

        assertThat(Race.winners(failures)).isEqualTo(2);
        assertThat(find(id).votes().approvals()).isEqualTo(2);
        assertThat(points.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'points.nomination-announce'"))
                .isEqualTo(1);
    }

    @Test
    void ten_nodes_that_pay_at_once_pay_once() {
        long id = announced();
        points.clock.pass(Duration.ofDays(8));

        assertThat(Race.of(10, node -> points.run(() -> pay.pay(id)))).containsOnlyNulls();

        assertThat(points.available(nominee)).isEqualTo(1_000);
        assertThat(points.count("SELECT COUNT(*) FROM points_transaction WHERE reason = 'NOMINATION'"))
                .isEqualTo(1);
    }

    @Test
    void without_a_bonus_in_the_rule_it_is_honoured_without_points() {
        points.run(() -> points.sql.update("DELETE FROM points_rule"));
        long id = announced();
        points.clock.pass(Duration.ofDays(8));
        runJob();

        assertThat(find(id).status()).isEqualTo(NominationStatus.PAID);
        assertThat(points.available(nominee)).isZero();
    }

    @Test
    void pages_offer_nothing_that_the_desk_refuses() {
        long id = nominate(nominator, nominee);
        assertThat(points.as(nominator, () -> queries.open(find(id)))).containsExactly(NominationAction.WITHDRAW);
        assertThat(points.as(nominee, () -> queries.open(find(id)))).isEmpty();
        assertThat(points.as(seconder, () -> queries.open(find(id)))).containsExactly(NominationAction.SECOND);
        second(seconder, id);
        assertThat(points.as(first, () -> queries.open(find(id)), Role.COMMUNITY_ADMIN))
                .containsExactly(NominationAction.VOTE);
        vote(first, id, true);
        assertThat(points.as(first, () -> queries.open(find(id)), Role.COMMUNITY_ADMIN))
                .isEmpty();
    }

    private long announced() {
        long id = nominate(nominator, nominee);
        second(seconder, id);
        vote(first, id, true);
        vote(second, id, true);
        assertThat(find(id).status()).isEqualTo(NominationStatus.ANNOUNCED);
        return id;
    }

    private long nominate(long by, long whom) {
        NominateCommand command = new NominateCommand(Ids.next(), NominationKind.GOOD_DEED, whom, "帮邻居找回走失的孩子");
        return points.as(by, () -> desk.nominate(command)).id();
    }

    private void second(long by, long id) {
        points.as(by, () -> desk.second(id));
    }

    private void vote(long by, long id, boolean yes) {
        points.as(by, () -> desk.vote(id, yes, ""), Role.COMMUNITY_ADMIN);
    }

    private void object(long by, long id) {
        points.as(by, () -> objections.object(id, "不是这样的"));
    }

    private void decide(long by, long id, boolean uphold) {
        points.as(by, () -> objections.decide(id, objection(id), uphold, "已核实"), Role.COMMUNITY_ADMIN);
    }

    private long objection(long id) {
        return points.run(() -> nominations.objections(id).get(0).id());
    }

    private Nomination find(long id) {
        return points.run(() -> nominations.find(id).orElseThrow());
    }

    private void runJob() {
        points.run(() -> {
            new PayNominations(pay).run();
            return true;
        });
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
