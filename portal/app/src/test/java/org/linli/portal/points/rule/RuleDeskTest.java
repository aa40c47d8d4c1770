package org.linli.portal.points.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.points.rule.RuleHall.COMMUNITY;
import static org.linli.portal.points.rule.RuleHall.ITEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violation;
import org.linli.portal.points.NominationKind;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;
import org.linli.portal.points.rule.RuleChange.What;

class RuleDeskTest {
    private static final RuleHall HALL = new RuleHall();
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-23");

    @BeforeEach
    void nothing_published() {
        HALL.clear();
        HALL.as(Role.COMMUNITY_ADMIN);
    }

    @AfterAll
    static void close() throws Exception {
        HALL.close();
    }

    @Test
    void a_draft_becomes_an_edition_with_who_when_and_why() {
        RuleDraft begun = HALL.run(() -> HALL.desk.begin(COMMUNITY));
        assertThat(begun.book()).isEqualTo(RuleBook.BUILT_IN);
        RuleDraft saved = HALL.run(() -> HALL.desk.save(COMMUNITY, begun.version(), richer()));
        int number = HALL.run(() -> HALL.desk.publish(COMMUNITY, saved.version(), TOMORROW, "鼓励夜间陪诊"));

        assertThat(number).isEqualTo(1);
        List<RuleQueries.Shown> editions = HALL.run(() -> HALL.queries.editions(COMMUNITY));
        assertThat(editions)
                .extracting(RuleQueries.Shown::state)
                .containsExactly(RuleQueries.State.WAITS, RuleQueries.State.IN_FORCE);
        assertThat(editions.get(0).edition().note()).isEqualTo("鼓励夜间陪诊");
        assertThat(editions.get(0).madeBy()).isEqualTo("管理员");
        assertThat(editions.get(0).changes())
                .extracting(RuleChange::what)
                .containsExactly(What.RATE, What.DIFFICULTY, What.WEIGHT, What.MINIMUM_SHARE, What.DAY_CAP, What.BONUS);
        assertThat(HALL.run(() -> HALL.queries.draft(COMMUNITY))).isEmpty();
        assertThat(HALL.books(LocalDate.parse("2026-11-22")).number()).isZero();
        assertThat(HALL.books(TOMORROW).book()).isEqualTo(richer());
        assertThat(HALL.books(TOMORROW).book().bonus(NominationKind.GOOD_DEED)).isEqualTo(1000);
        assertThat(HALL.number("SELECT COUNT(*) FROM audit_entry WHERE action = 'points.rule-publish'"))
                .isOne();
        assertThat(HALL.number("SELECT COUNT(*) FROM outbox_message WHERE payload LIKE '%points-rule%'"))
                .as("one message for all volunteers")
                .isOne();
    }

    @Test
    void an_edition_begins_tomorrow_at_the_earliest() {
        long version = HALL.run(() -> HALL.desk.begin(COMMUNITY)).version();

        refused(400, "validFrom", () -> publish(version, TOMORROW.minusDays(1), "今天"));
        refused(400, "validFrom", () -> publish(version, null, "没有日期"));
        refused(400, "validFrom", () -> publish(version, TOMORROW.plusDays(400), "太远"));
        refused(400, "note", () -> publish(version, TOMORROW, " "));
    }

    @Test
    void what_is_out_of_range_is_said_at_once() {
        long version = HALL.run(() -> HALL.desk.begin(COMMUNITY)).version();
        RuleBook wrong = new RuleBook(
                Map.of(ITEM, new ItemRule(-1L, 0), 404L, new ItemRule(1L, 100)),
                Map.of(Grade.A, 201),
                new Caps(200, 100),
                101,
                Map.of(NominationKind.ROLE_MODEL, -5L));

        assertThatThrownBy(() -> HALL.run(() -> HALL.desk.save(COMMUNITY, version, wrong)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.violations())
                        .extracting(Violation::field)
                        .containsExactlyInAnyOrder(
                                "items." + ITEM + ".rate",
                                "items." + ITEM + ".difficulty",
                                "items.404",
                                "weights.A",
                                "dayCap",
                                "minimumShare",
                                "bonuses.ROLE_MODEL"));
    }

    @Test
    void only_the_draft_that_was_seen_is_changed_and_published_once() {
        long version = HALL.run(() -> HALL.desk.begin(COMMUNITY)).version();
        HALL.run(() -> HALL.desk.save(COMMUNITY, version, richer()));
        refused(412, "", () -> HALL.run(() -> HALL.desk.save(COMMUNITY, version, RuleBook.BUILT_IN)));
        refused(409, "", () -> HALL.run(() -> HALL.desk.begin(COMMUNITY)));

        List<Throwable> outcome = Race.of(6, i -> publish(version + 1, TOMORROW, "一次"));

        assertThat(Race.winners(outcome)).isEqualTo(1);
        assertThat(HALL.number("SELECT COUNT(*) FROM points_rule")).isOne();
    }

    @Test
    void nobody_but_an_administrator_writes_and_auditors_read() {
        long version = HALL.run(() -> HALL.desk.begin(COMMUNITY)).version();
        for (Role role : List.of(Role.AUDITOR, Role.DISPATCHER, Role.VOLUNTEER)) {
            HALL.as(role);
            refused(403, "", () -> HALL.run(() -> HALL.desk.save(COMMUNITY, version, richer())));
            refused(403, "", () -> publish(version, TOMORROW, "不行"));
        }
        refused(403, "", () -> HALL.run(() -> HALL.queries.draft(COMMUNITY)));
        assertThat(HALL.run(() -> HALL.queries.editions(COMMUNITY))).hasSize(1);
        HALL.as(Role.AUDITOR);
        assertThat(HALL.run(() -> HALL.queries.draft(COMMUNITY))).isPresent();
        HALL.asStranger();
        refused(404, "", () -> HALL.run(() -> HALL.queries.editions(COMMUNITY)));
        refused(404, "", () -> HALL.run(() -> HALL.desk.begin(COMMUNITY)));
    }

    private static RuleBook richer() {
        return new RuleBook(
                Map.of(ITEM, new ItemRule(1200L, 120)),
                Map.of(Grade.E, 50),
                new Caps(3000, 0),
                50,
                Map.of(NominationKind.GOOD_DEED, 1000L));
    }

    private static void publish(long version, LocalDate from, String note) {
        HALL.run(() -> HALL.desk.publish(COMMUNITY, version, from, note));
    }

    private static void refused(int status, String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DomainException.class, e -> {
            assertThat(e.kind().status()).isEqualTo(status);
            if (!field.isEmpty()) {
                assertThat(e.violations()).extracting(Violation::field).contains(field);
            }
        });
    }
}
