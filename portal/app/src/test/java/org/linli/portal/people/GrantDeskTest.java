package org.linli.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.problem.DomainException;

/** Which roles are given and ended by whom, on the real engine. */
class GrantDeskTest {
    private static final PeopleFixture FIXTURE = new PeopleFixture();
    private static final Identity ADMIN = caller(900, Role.COMMUNITY_ADMIN, PeopleFixture.A);

    @Test
    void nobody_is_made_a_volunteer_without_having_applied() {
        long id = FIXTURE.person(401, PeopleFixture.A, "石勇");
        GrantDesk.GiveRole volunteer = new GrantDesk.GiveRole(id, PeopleFixture.A.id(), Role.VOLUNTEER, null, null);

        refused(400, "people.volunteers-apply", () -> as(ADMIN, desk -> desk.give(volunteer)));
        refused(
                404,
                "platform.not-found",
                () -> as(caller(901, Role.COMMUNITY_ADMIN, PeopleFixture.B), desk -> desk.give(volunteer)));
        assertThat(FIXTURE.grants.of(id)).isEmpty();

        GrantView asked = granted(id, Role.VOLUNTEER, Status.PENDING);
        assertThat(as(ADMIN, desk -> desk.approve(asked.id(), asked.version())).status())
                .as("who has applied is approved")
                .isEqualTo(Status.ACTIVE);
    }

    @Test
    void nobody_ends_their_own_being_a_resident_and_an_administrator_may_end_it() {
        long id = FIXTURE.person(402, PeopleFixture.A, "李敏");
        GrantView resident = granted(id, Role.RESIDENT, Status.ACTIVE);
        GrantView assessor = granted(id, Role.ASSESSOR, Status.ACTIVE);
        Identity oneself = caller(id, Role.RESIDENT, PeopleFixture.A);

        refused(403, "people.resident-stays", () -> as(oneself, desk -> desk.end(resident.id(), resident.version())));
        assertThat(FIXTURE.grants.find(resident.id()).orElseThrow().status()).isEqualTo(Status.ACTIVE);
        assertThat(as(oneself, desk -> desk.end(assessor.id(), assessor.version()))
                        .status())
                .isEqualTo(Status.ENDED);
        assertThat(as(ADMIN, desk -> desk.end(resident.id(), resident.version()))
                        .status())
                .isEqualTo(Status.ENDED);
    }

    private static GrantView granted(long personId, Role role, Status status) {
        long id = FIXTURE.transactions.run(() -> FIXTURE.grants.add(
                new Grants.NewGrant(personId, PeopleFixture.A.id(), role, status, null, null), null));
        return FIXTURE.grants.find(id).orElseThrow();
    }

    private static GrantView as(Identity who, Function<GrantDesk, GrantView> call) {
        OrgTree tree = new FixtureTree();
        Caller caller = new Caller(tree);
        caller.become(who);
        Decisions decisions =
                new Decisions(new AuditLog(FIXTURE.sql, FIXTURE.clock, caller), FIXTURE.event(), FIXTURE.event());
        GrantDesk desk = new GrantDesk(FIXTURE.grants, FIXTURE.people, tree, caller, decisions);
        return FIXTURE.transactions.run(() -> call.apply(desk));
    }

    private static Identity caller(long id, Role role, OrgUnitView unit) {
        return new Identity(id, "罗海涛", unit.id(), List.of(new Identity.Held(role, unit.id(), unit.path())));
    }

    private static void refused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        e -> assertThat(e.kind().status()).as(code).isEqualTo(status))
                .hasMessageContaining(code);
    }
}
