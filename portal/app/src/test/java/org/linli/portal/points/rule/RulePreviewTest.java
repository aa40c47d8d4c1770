package org.linli.portal.points.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.portal.points.rule.RuleHall.COMMUNITY;
import static org.linli.portal.points.rule.RuleHall.ITEM;
import static org.linli.portal.points.rule.RuleHall.VOLUNTEER;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Role;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.points.rule.RuleArithmetic.Limit;
import org.linli.portal.points.rule.RuleBook.Caps;
import org.linli.portal.points.rule.RuleBook.ItemRule;

/** A preview over history that was really paid, service by service, by the edition in force. */
class RulePreviewTest {
    private static final RuleHall HALL = new RuleHall();
    private static final int SERVICES = 2_300; // more than are read at a time
    private static final RuleBook IN_FORCE = new RuleBook(
            Map.of(ITEM, new ItemRule(1100L, 115)),
            Map.of(Grade.C, 80, Grade.D, 65),
            new Caps(2500, 9000),
            50,
            Map.of());
    private static final long SEED = System.nanoTime();

    @BeforeAll
    static void history() {
        HALL.as(Role.COMMUNITY_ADMIN);
        HALL.paid.publish(1, "2026-01-01", IN_FORCE);
        Random random = new Random(SEED);
        Instant end = Instant.parse("2026-11-21T10:00:00Z");
        HALL.paid.books.transactions.run(() -> HALL.sql.update("SET FOREIGN_KEY_CHECKS = 0"));
        HALL.paid.books.transactions.run(() -> {
            for (int i = 0; i < SERVICES; i++) {
                serve(random, end.minus(Duration.ofMinutes(random.nextInt(45 * 24 * 60))), random.nextInt(20) == 0);
            }
        });
    }

    private static void serve(Random random, Instant ended, boolean reversed) {
        long volunteer = VOLUNTEER + random.nextInt(RuleHall.VOLUNTEERS);
        int minutes = 5 + random.nextInt(100);
        String grade = "ABCD".substring(random.nextInt(4)).substring(0, 1);
        long entry = Ids.next();
        ServiceRecorded told = new ServiceRecorded(
                Ids.next(),
                null,
                null,
                COMMUNITY,
                volunteer,
                8L,
                8L,
                ITEM,
                "陪诊",
                "",
                ended.minus(Duration.ofMinutes(minutes)),
                ended,
                minutes,
                60,
                1000,
                grade,
                ended);
        record(told, entry, 0, minutes, null);
        if (reversed) {
            record(told, entry, 1, -minutes, told.recordId());
        } else {
            HALL.paid.payment.pay(told);
        }
    }

    private static void record(ServiceRecorded told, long entry, int number, int minutes, Long reverses) {
        HALL.sql.update(
                "INSERT INTO service_record (id, back_entry_id, correction_no, community_id, volunteer_id, item_id,"
                        + " started_at, ended_at, minutes, evidence, recorded_at, reverses_id, entered_by, approved_by,"
                        + " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 8, 70, '补')",
                reverses == null ? told.recordId() : Ids.next(),
                entry,
                number,
                told.communityId(),
                told.volunteerId(),
                told.itemId(),
                told.startedAt(),
                told.endedAt(),
                minutes,
                told.evidence(),
                told.at(),
                reverses);
    }

    @AfterAll
    static void close() throws Exception {
        HALL.close();
    }

    @Test
    void previewing_the_edition_in_force_over_what_it_paid_gives_exactly_the_posted_sums() {
        Preview preview = HALL.run(() -> HALL.preview.run(COMMUNITY, 2, IN_FORCE));

        long posted = HALL.number("SELECT SUM(e.amount) FROM ledger_entry e JOIN points_transaction t"
                + " ON t.id = e.transaction_id WHERE t.reason = 'SERVICE' AND e.amount > 0");
        assertThat(posted).as("seed " + SEED).isPositive();
        assertThat(preview.totals().draft()).as("seed " + SEED).isEqualTo(posted);
        assertThat(preview.totals().current()).isEqualTo(posted);
        assertThat(preview.totals().paid()).isEqualTo(posted);
        assertThat(preview.totals().records())
                .isEqualTo(HALL.number("SELECT COUNT(*) FROM service_points"))
                .isGreaterThan(2_000);
        assertThat(preview.winners()).isEmpty();
        assertThat(preview.losers()).isEmpty();
        assertThat(preview.people()).hasSize(RuleHall.VOLUNTEERS).allSatisfy(person -> assertThat(person.draft())
                .as("seed " + SEED)
                .isEqualTo(HALL.number(
                        "SELECT b.balance FROM points_account a JOIN member_balance b ON b.account_id = a.id"
                                + " WHERE a.owner_id = ?",
                        person.id())));
    }

    @Test
    void who_wins_who_loses_and_what_would_earn_nothing_is_said() {
        RuleBook harsh =
                new RuleBook(Map.of(ITEM, new ItemRule(1100L, 115)), Map.of(Grade.D, 0), Caps.NONE, 100, Map.of());

        Preview preview = HALL.run(() -> HALL.preview.run(COMMUNITY, 2, harsh));

        assertThat(preview.winners()).isSortedAccordingTo((a, b) -> Long.compare(b.change(), a.change()));
        assertThat(preview.winners().size() + preview.losers().size()).isLessThanOrEqualTo(RuleHall.VOLUNTEERS);
        assertThat(preview.people().stream().mapToLong(Preview.Person::draft).sum())
                .isEqualTo(preview.totals().draft());
        assertThat(preview.totals().nothingThen())
                .isEqualTo(
                        HALL.number("SELECT COUNT(*) FROM service_points s JOIN service_record r ON r.id = s.record_id"
                                + " WHERE r.minutes < 60 OR r.evidence = 'D'"));
        assertThat(preview.totals().nothingNow())
                .isEqualTo(HALL.number("SELECT COUNT(*) FROM service_points WHERE amount = 0"));
        assertThat(preview.nothing()).isNotEmpty().hasSizeLessThanOrEqualTo(50).allSatisfy(service -> {
            assertThat(service.current()).isPositive();
            assertThat(service.limit()).isIn(Limit.TOO_SHORT, Limit.NONE);
        });
        assertThat(preview.from()).hasToString("2026-09-01");
        assertThat(preview.edition()).isEqualTo(1);
    }
}
