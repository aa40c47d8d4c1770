package org.linli.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.platform.persistence.Race;

/** People, volunteers and roles on the real engine. */
class PeopleTest {
    private static final OrgUnitView GRID_B =
            new OrgUnitView(6, 4L, OrgLevel.GRID, "B1", "第1网格", "1/2/4/6/", 4L, null, null);
    private static final PeopleFixture FIXTURE = new PeopleFixture();

    @Test
    void people_are_found_by_name_pinyin_number_and_whole_telephone_number_in_their_community_only() {
        FIXTURE.person(201, PeopleFixture.GRID_A, "欧阳桂兰");
        FIXTURE.person(202, PeopleFixture.B, "欧阳桂兰");

        for (String typed : List.of("桂兰", "oygl", "ouyang", "L201", "154 0000 1201")) {
            assertThat(FIXTURE.people.search(3, typed, 10))
                    .as(typed)
                    .extracting(PersonView::id)
                    .containsExactly(201L);
        }
        for (String typed : List.of("%", "_", "|", "'", "1540000", "4 0000 1201")) {
            assertThat(FIXTURE.people.search(3, typed, 10)).as(typed).isEmpty();
        }
    }

    @Test
    void a_name_outside_of_the_basic_plane_is_kept_and_the_number_is_encrypted() {
        long id = FIXTURE.person(203, PeopleFixture.GRID_A, "\uD842\uDFB7野\uD840\uDC0B");

        PersonView person = FIXTURE.people.person(id);
        assertThat(person.name()).isEqualTo("\uD842\uDFB7野\uD840\uDC0B");
        assertThat(person.maskedPhone()).isEqualTo("154****1203");
        assertThat(FIXTURE.people.phone(id)).isEqualTo(new Phone("15400001203"));
        assertThat(FIXTURE.sql.first("SELECT HEX(phone_cipher) FROM person WHERE id = 203", row -> row.text(1)))
                .isPresent()
                .get()
                .asString()
                .doesNotContain("3135343030303031323033");
    }

    @Test
    void a_volunteer_is_available_when_approved_and_not_paused() {
        long id = FIXTURE.person(204, PeopleFixture.GRID_A, "李建军");
        Applications applications = new Applications(FIXTURE.grants, FIXTURE.profiles, FIXTURE.event());
        SignUp.Volunteering offer =
                new SignUp.Volunteering(Set.of("cooking"), List.of(new Availability(2, 480, 720)), "会做饭");
        FIXTURE.transactions.run(() -> applications.volunteer(id, "李建军", 3, offer));
        assertThat(FIXTURE.events).anyMatch(e -> e instanceof VolunteerApplied applied && applied.personId() == id);
        assertThat(available(3)).doesNotContain(id);

        GrantView asked = FIXTURE.grants.of(id).get(0);
        FIXTURE.transactions.run(() -> FIXTURE.grants.decide(asked, Status.ACTIVE, 1));
        assertThat(available(3)).contains(id);
        assertThat(available(4)).doesNotContain(id);
        assertThat(FIXTURE.volunteers.find(id).orElseThrow().skills()).containsExactly("cooking");

        FIXTURE.transactions.run(() -> FIXTURE.profiles.pause(id, true));
        assertThat(available(3)).doesNotContain(id);
    }

    @Test
    void a_role_is_decided_once() {
        long id = FIXTURE.person(205, PeopleFixture.GRID_A, "石勇");
        long grantId = FIXTURE.transactions.run(
                () -> FIXTURE.grants.add(new Grants.NewGrant(id, 3, Role.VOLUNTEER, Status.PENDING, null, null), null));
        GrantView asked = FIXTURE.grants.find(grantId).orElseThrow();
        FIXTURE.transactions.run(() -> FIXTURE.grants.decide(asked, Status.ACTIVE, 1));

        assertThatThrownBy(() -> FIXTURE.transactions.run(() -> FIXTURE.grants.decide(asked, Status.REFUSED, 1)))
                .hasMessageContaining("platform.changed-meanwhile");
    }

    @Test
    void two_administrators_who_leave_at_once_do_not_leave_the_community_without_one() throws Exception {
        GrantView[] own = new GrantView[2];
        for (int i = 0; i < 2; i++) {
            long id = FIXTURE.person(210 + i, PeopleFixture.B, "管理员");
            long grantId = FIXTURE.transactions.run(() -> FIXTURE.grants.add(
                    new Grants.NewGrant(id, 4, Role.COMMUNITY_ADMIN, Status.ACTIVE, null, null), 1L));
            own[i] = FIXTURE.grants.find(grantId).orElseThrow();
        }
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> leaving = List.of(own[0], own[1]).stream()
                .<Future<?>>map(grant -> threads.submit(() -> {
                    together.await();
                    return FIXTURE.transactions.run(() -> {
                        if (FIXTURE.grants.countLocked(4, Role.COMMUNITY_ADMIN) > 1) {
                            FIXTURE.grants.decide(grant, Status.ENDED, grant.personId());
                        }
                        return true;
                    });
                }))
                .toList();
        for (Future<?> one : leaving) {
            one.get();
        }
        threads.shutdown();
        assertThat(FIXTURE.people.holders(Role.COMMUNITY_ADMIN, 4)).hasSize(1);
    }

    @Test
    void who_asks_five_times_at_once_asks_once() {
        long id = FIXTURE.person(220, PeopleFixture.GRID_A, "李敏");
        Grants.NewGrant asked = new Grants.NewGrant(id, 3, Role.VOLUNTEER, Status.PENDING, null, null);

        List<Throwable> failures = Race.of(5, i -> FIXTURE.transactions.run(() -> FIXTURE.grants.add(asked, null)));

        assertThat(Race.winners(failures)).isEqualTo(1);
        assertThat(failures.stream().filter(Objects::nonNull)).hasSize(4).allSatisfy(failure -> assertThat(failure)
                .hasMessageContaining("people.role-held-already"));
        assertThat(FIXTURE.grants.of(id)).hasSize(1);
    }

    @Test
    void a_role_that_has_run_out_or_was_refused_can_be_had_again() {
        long id = FIXTURE.person(221, PeopleFixture.GRID_A, "李敏");
        LocalDate today = FIXTURE.grants.today();
        long old =
                add(new Grants.NewGrant(id, 3, Role.ASSESSOR, Status.ACTIVE, today.minusDays(9), today.minusDays(1)));
        long asked = add(new Grants.NewGrant(id, 3, Role.ASSESSOR, Status.PENDING, null, null));
        assertThat(FIXTURE.grants.find(old).orElseThrow().status()).isEqualTo(Status.ENDED);

        GrantView seen = FIXTURE.grants.find(asked).orElseThrow();
        FIXTURE.transactions.run(() -> FIXTURE.grants.decide(seen, Status.REFUSED, 1));
        add(new Grants.NewGrant(id, 3, Role.ASSESSOR, Status.ACTIVE, null, null));
        add(new Grants.NewGrant(id, 4, Role.ASSESSOR, Status.ACTIVE, null, null));

        assertThat(FIXTURE.grants.of(id)).hasSize(4);
    }

    @Test
    void a_public_number_that_somebody_has_is_drawn_again() {
        FIXTURE.person(222, PeopleFixture.GRID_A, "李敏");
        Iterator<String> drawn = List.of("L222", "L222", "L223x").iterator();

        FIXTURE.transactions.run(() -> SignUpDesk.firstFree(
                drawn::next,
                number -> FIXTURE.sql.update(
                        "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                                + " VALUES (223, 3, 5, '李敏', ?, '2026-01-01')",
                        number)));

        assertThat(FIXTURE.people.person(223).publicNumber()).isEqualTo("L223x");
    }

    @Test
    void what_lies_in_another_community_does_not_exist_whatever_its_level() {
        long id = FIXTURE.person(224, PeopleFixture.GRID_A, "李敏");
        OrgTree tree = new OrgTree(null) {
            @Override
            public Optional<OrgUnitView> find(long unitId) {
                return Stream.of(PeopleFixture.A, PeopleFixture.B, GRID_B, PeopleFixture.GRID_A)
                        .filter(unit -> unit.id() == unitId)
                        .findFirst();
            }
        };
        Caller admin = new Caller(tree);
        admin.become(new Identity(1, "管理员", 3, List.of(new Identity.Held(Role.COMMUNITY_ADMIN, 3, "1/2/3/"))));
        GrantDesk desk = new GrantDesk(FIXTURE.grants, FIXTURE.people, tree, admin, null);

        for (long elsewhere : new long[] {4, 6, 99}) {
            assertThatThrownBy(() -> desk.give(new GrantDesk.GiveRole(id, elsewhere, Role.DISPATCHER, null, null)))
                    .hasMessageContaining("platform.not-found");
            assertThatThrownBy(() -> admin.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), elsewhere))
                    .hasMessageContaining("platform.not-found");
        }
        assertThatThrownBy(() -> desk.give(new GrantDesk.GiveRole(id, 5, Role.DISPATCHER, null, null)))
                .hasMessageContaining("platform.invalid");
        admin.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), 3);
        admin.become(new Identity(1, "管理员", 4, List.of(new Identity.Held(Role.COMMUNITY_ADMIN, 3, "1/2/3/"))));
        admin.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), 3);
        assertThatThrownBy(() -> admin.requireAtCommunity(Set.of(Role.COMMUNITY_ADMIN), 5))
                .hasMessageContaining("platform.not-found");
    }

    private static long add(Grants.NewGrant grant) {
        return FIXTURE.transactions.run(() -> FIXTURE.grants.add(grant, null));
    }

    private static List<Long> available(long communityId) {
        return FIXTURE.volunteers.available(communityId).stream()
                .map(VolunteerView::personId)
                .toList();
    }
}
