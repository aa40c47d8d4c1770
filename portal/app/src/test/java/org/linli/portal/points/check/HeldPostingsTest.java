package org.linli.portal.points.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.points.check.CheckFixture.COMMUNITY;
import static org.linli.portal.points.check.CheckFixture.NOON;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.portal.brands.Brands;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.hours.ServiceReversed;
import org.linli.portal.ledger.Receipt;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Race;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.points.BrandPoints;
import org.linli.portal.points.GrantGuard;
import org.linli.portal.points.PaidServices;
import org.linli.portal.points.check.CheckFixture.Past;

/** What a detector found is not paid until somebody who may has decided, and it is paid once. */
class HeldPostingsTest {
    private static final CheckFixture F = new CheckFixture();
    private static final long ADMIN = 21;
    private static final long OTHER_ADMIN = 22;
    private static final long SUPERVISOR = 23;

    private final ThreadLocal<Identity> present = new ThreadLocal<>();
    private final Caller caller = new Caller(new OneCommunity()) {
        @Override
        public Identity identity() {
            return present.get();
        }
    };
    private final Brands brands = (Brands)
            Proxy.newProxyInstance(Brands.class.getClassLoader(), new Class<?>[] {Brands.class}, (p, m, a) -> "工具");
    private final BrandPoints grants = new BrandPoints(
            F.sql,
            F.paid.books.ledger,
            F.paid.people,
            brands,
            PaidServices.instance(List.<GrantGuard>of(F.guard)),
            Clock.systemUTC());
    private final CheckDesk desk = new CheckDesk(
            caller,
            F.rows,
            F.facts,
            F.paid.payment,
            grants,
            F.thresholds,
            F.notices,
            new AuditLog(F.sql, Clock.systemUTC(), caller));
    private final CheckQueries queries = new CheckQueries(caller, F.rows, F.thresholds);
    private final long volunteer = Ids.next();
    private final long resident = Ids.next();

    @BeforeEach
    void people_and_the_guard() {
        F.unchecked(() -> {
            F.sql.update(
                    "INSERT IGNORE INTO service_item (id, community_id, category_code, name, name_en, expected_minutes,"
                            + " points_rate, created_at) VALUES (3, 7, 'care', '陪诊', '', 60, 1000, '2026-01-01')");
            for (long person : new long[] {volunteer, resident}) {
                F.sql.update(
                        "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                                + " VALUES (?, 7, 7, '赵大妈', ?, '2026-01-01')",
                        person,
                        Long.toString(person, 36));
            }
        });
        F.paid.guards.clear();
        F.paid.guards.add(F.guard);
    }

    @AfterEach
    void invariants_hold() {
        F.paid.books.invariantsHold();
    }

    @Test
    void what_overlaps_is_held_with_its_reason_and_not_paid() {
        HeldPosting held = held();

        assertThat(held.status()).isEqualTo(HeldStatus.HELD);
        assertThat(held.amount()).isEqualTo(1000);
        assertThat(held.findings()).containsExactly(new Finding("overlap", List.of("30", "10")));
        assertThat(earned()).isEqualTo(1000); // the first one alone
    }

    @Test
    void a_release_pays_it_once_however_many_decide_at_once() {
        HeldPosting held = held();

        List<Throwable> outcome =
                Race.of(8, i -> as(i % 2 == 0 ? ADMIN : OTHER_ADMIN, () -> desk.release(held.id(), "核实过了")));

        assertThat(outcome.stream().filter(Objects::isNull)).hasSize(1);
        assertThat(earned()).isEqualTo(2000);
    }

    @Test
    void a_back_entry_is_paid_later_by_what_was_told_of_it_when_it_counted() {
        ServiceRecorded told = F.addBackEntry(volunteer, ADMIN, NOON);

        ServiceRecorded later = F.paid.books.transactions.run(
                () -> F.facts.ofRecord(told.recordId()).orElseThrow());

        assertThat(later).isEqualTo(told);
    }

    @Test
    void what_is_released_and_refused_at_once_is_one_of_them() {
        HeldPosting held = held();

        Race.of(8, i -> as(ADMIN, () -> i % 2 == 0 ? desk.release(held.id(), "是") : desk.refuse(held.id(), "否")));

        boolean released = find(held).status() == HeldStatus.RELEASED;
        assertThat(earned()).isEqualTo(released ? 2000 : 1000);
    }

    @Test
    void a_refusal_may_be_appealed_once_and_somebody_else_decides() {
        HeldPosting held = held();
        as(ADMIN, () -> desk.refuse(held.id(), "时间重叠"));
        as(volunteer, () -> desk.appeal(held.id(), "第一次服务提前结束了"));

        assertThatThrownBy(() -> as(volunteer, () -> desk.appeal(held.id(), "再说一次")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("points.held-settled"));
        assertThatThrownBy(() -> as(ADMIN, () -> desk.release(held.id(), "改主意")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("points.held-not-yours-to-decide"));
        as(SUPERVISOR, () -> desk.release(held.id(), "有签到记录"));

        assertThat(earned()).isEqualTo(2000);
    }

    @Test
    void the_street_decides_on_appeals_alone() {
        HeldPosting held = held();

        assertThatThrownBy(() -> as(SUPERVISOR, () -> desk.release(held.id(), "好")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("people.role-needed"));
    }

    @Test
    void a_refused_appeal_is_the_end() {
        HeldPosting held = held();
        as(ADMIN, () -> desk.refuse(held.id(), "时间重叠"));
        as(volunteer, () -> desk.appeal(held.id(), "请再看看"));
        as(OTHER_ADMIN, () -> desk.refuse(held.id(), "核实后仍重叠"));

        assertThat(find(held).status()).isEqualTo(HeldStatus.DISMISSED);
        assertThatThrownBy(() -> as(OTHER_ADMIN, () -> desk.release(held.id(), "好")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("points.held-settled"));
        assertThat(earned()).isEqualTo(1000);
    }

    @Test
    void nobody_decides_about_their_own() {
        HeldPosting held = held();

        assertThatThrownBy(() -> as(volunteer, Role.COMMUNITY_ADMIN, () -> desk.release(held.id(), "好")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("points.held-not-yours-to-decide"));
        assertThatThrownBy(() -> as(resident, Role.COMMUNITY_ADMIN, () -> desk.release(held.id(), "我确认的")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("points.held-not-yours-to-decide"));
        assertThatThrownBy(() -> as(ADMIN, Role.DISPATCHER, () -> desk.release(held.id(), "好")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("people.role-needed"));
    }

    @Test
    void others_neither_see_nor_appeal_it() {
        HeldPosting held = held();

        assertThatThrownBy(() -> as(resident, () -> queries.one(held.id())))
                .satisfies(e -> assertThat(code(e)).isEqualTo("platform.not-found"));
        assertThatThrownBy(() -> as(resident, () -> desk.appeal(held.id(), "我来说")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("platform.not-found"));
        assertThat(as(volunteer, () -> queries.mine(Window.first())).items())
                .extracting(HeldPosting::id)
                .containsExactly(held.id());
    }

    @Test
    void a_grant_for_an_activity_with_names_added_afterwards_is_held_and_paid_later() {
        long activity = F.activity(40, 10, 20);
        long grant = Ids.next();
        GrantGuard.Grant wanted = new GrantGuard.Grant(
                grant,
                COMMUNITY,
                volunteer,
                500,
                "activity:service:" + activity + ":heads:" + volunteer,
                "清洁家园",
                Receipt.of("brand", 1).with("amount", 500));

        assertThat(F.paid.books.transactions.run(() -> F.guard.holds(wanted))).isTrue();
        HeldPosting held = F.paid.books.transactions.run(
                () -> F.rows.find(HeldPosting.Source.BRAND, grant).orElseThrow());
        as(ADMIN, () -> desk.release(held.id(), "老人不会用手机签到"));

        assertThat(earned()).isEqualTo(500);
    }

    @Test
    void what_is_held_for_a_reversed_service_waits_no_more_and_its_replacement_is_looked_at_again() {
        HeldPosting held = held();
        F.paid.books.transactions.run(() -> new HeldOfReversed(F.rows)
                .withdraw(new ServiceReversed(held.sourceId(), Ids.next(), COMMUNITY, volunteer, "记错了")));

        assertThat(find(held).status()).isEqualTo(HeldStatus.WITHDRAWN);
        assertThatThrownBy(() -> as(ADMIN, () -> desk.release(held.id(), "好")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("points.held-settled"));
        ServiceRecorded again = F.add(new Past(volunteer, resident, NOON.plus(Duration.ofMinutes(30)), 60));
        F.paid.tell(replacing(again, held.sourceId()));
        assertThat(earned()).isEqualTo(1000);
    }

    @Test
    void a_correction_of_what_was_paid_is_paid_though_it_overlaps() {
        ServiceRecorded first = F.add(new Past(volunteer, resident, NOON, 60));
        F.paid.tell(first);

        F.paid.tell(replacing(F.add(new Past(volunteer, resident, NOON.plusSeconds(60), 60)), first.recordId()));

        assertThat(earned()).isEqualTo(2000);
    }

    private static ServiceRecorded replacing(ServiceRecorded s, long replaced) {
        return new ServiceRecorded(
                s.recordId(),
                s.orderId(),
                replaced,
                s.communityId(),
                s.volunteerId(),
                s.residentId(),
                s.reviewerId(),
                s.itemId(),
                s.itemName(),
                s.itemNameEn(),
                s.startedAt(),
                s.endedAt(),
                s.minutes(),
                s.plannedMinutes(),
                s.pointsRate(),
                s.evidence(),
                s.at());
    }

    @Test
    void a_key_of_the_brands_own_is_not_taken_for_a_fact() {
        for (String key : List.of("bonus", "activity:x", "order:y:abc:z", "activity::99999999999999999999:x")) {
            GrantGuard.Grant grant =
                    new GrantGuard.Grant(Ids.next(), COMMUNITY, volunteer, 500, key, "奖励", Receipt.of("brand", 1));
            assertThat(F.paid.books.transactions.run(() -> F.guard.holds(grant)))
                    .as(key)
                    .isFalse();
        }
    }

    @Test
    void thresholds_out_of_their_bounds_are_refused_and_the_rest_is_kept() {
        assertThatThrownBy(() -> as(
                        ADMIN,
                        () -> desk.set(COMMUNITY, seen(), Thresholds.USUAL.with(Threshold.OVERLAP_MINUTES, 601))))
                .satisfies(e -> assertThat(code(e)).isEqualTo("platform.invalid"));

        as(ADMIN, () -> desk.set(COMMUNITY, seen(), Thresholds.USUAL.with(Threshold.BACK_ENTRIES, 3)));
        assertThat(as(ADMIN, () -> queries.thresholds(COMMUNITY)).of(Threshold.BACK_ENTRIES))
                .isEqualTo(3);
        as(ADMIN, () -> desk.set(COMMUNITY, seen(), Thresholds.USUAL));
    }

    @ParameterizedTest
    @EnumSource(HeldStatus.class)
    void every_state_allows_exactly_its_steps(HeldStatus status) {
        List<HeldStatus.Step> allowed =
                switch (status) {
                    case HELD -> List.of(HeldStatus.Step.values());
                    case REFUSED -> List.of(HeldStatus.Step.APPEAL, HeldStatus.Step.WITHDRAW);
                    case APPEALED -> List.of(HeldStatus.Step.RELEASE, HeldStatus.Step.REFUSE, HeldStatus.Step.WITHDRAW);
                    case RELEASED, DISMISSED, WITHDRAWN -> List.of();
                };

        assertThat(Stream.of(HeldStatus.Step.values()).filter(step -> status.after(step) != null))
                .containsExactlyElementsOf(allowed);
    }

    private static long seen() {
        return F.thresholds.of(COMMUNITY).version();
    }

    /** Two services of which the second overlaps the first by half an hour. */
    private HeldPosting held() {
        F.paid.tell(F.add(new Past(volunteer, resident, NOON, 60)));
        ServiceRecorded second = F.add(new Past(volunteer, resident, NOON.plus(Duration.ofMinutes(30)), 60));
        F.paid.tell(second);
        return F.paid.books.transactions.run(
                () -> F.rows.find(HeldPosting.Source.SERVICE, second.recordId()).orElseThrow());
    }

    private HeldPosting find(HeldPosting held) {
        return F.paid.books.transactions.run(() -> F.rows.find(held.id()).orElseThrow());
    }

    private long earned() {
        return F.paid.books.balances(volunteer).earned();
    }

    private <T> T as(long person, Supplier<T> work) {
        if (person == SUPERVISOR) {
            return as(person, Role.SUPERVISOR, work);
        }
        return as(person, person == ADMIN || person == OTHER_ADMIN ? Role.COMMUNITY_ADMIN : Role.RESIDENT, work);
    }

    private <T> T as(long person, Role role, Supplier<T> work) {
        return F.paid.books.transactions.run(() -> {
            present.set(new Identity(person, "某人", COMMUNITY, List.of(new Identity.Held(role, COMMUNITY, "7/"))));
            return work.get();
        });
    }

    private static String code(Throwable failure) {
        return failure instanceof DomainException refused ? refused.code() : String.valueOf(failure);
    }

    private static final class OneCommunity extends OrgTree {
        private static final OrgUnitView HERE =
                new OrgUnitView(COMMUNITY, null, OrgLevel.COMMUNITY, "C7", "贵苑", "7/", COMMUNITY, null, null);

        OneCommunity() {
            super(null);
        }

        @Override
        public Optional<OrgUnitView> find(long id) {
            return Optional.of(HERE).filter(unit -> unit.id() == id);
        }

        @Override
        public OrgUnitView unit(long id) {
            return find(id).orElseThrow(DomainException::notFound);
        }
    }
}
