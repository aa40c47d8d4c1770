package org.linli.portal.points.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.portal.points.PointsFixture.HERE;
import static org.linli.portal.points.PointsFixture.THERE;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.points.PointsFixture;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.expiry.ExpiryTerms.Kind;

class PolicyTest {
    private final PointsFixture points = new PointsFixture();
    private final PolicyDesk desk = PolicyFixture.desk(points);
    private final long admin = points.person(0);

    @Test
    void a_community_that_never_decided_keeps_points_for_ever_and_in_place() {
        PointsPolicy policy = points.as(points.person(0), () -> desk.policy(HERE));

        assertThat(policy).isEqualTo(PointsPolicy.initial(HERE));
        assertThat(policy.expiry()).isEqualTo(ExpiryTerms.NONE);
        assertThat(policy.gifts().donations()).isFalse();
    }

    @Test
    void only_the_administrator_of_the_community_decides() {
        refused("people.role-needed", () -> points.as(points.person(0), () -> desk.change(HERE, 0, yearEnd(30))));
        refused("platform.not-found", () -> points.as(admin, () -> desk.policy(THERE), Role.COMMUNITY_ADMIN));
        refused("people.role-needed", () -> points.as(admin, () -> desk.change(HERE, 0, yearEnd(30)), Role.AUDITOR));
    }

    @Test
    void a_change_is_audited_and_told_to_everybody_who_has_points() {
        points.person(100);
        points.person(0);

        decide(0, yearEnd(30));
        PolicyFixture.tell(points);

        assertThat(points.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'points.policy'"))
                .isEqualTo(1);
        assertThat(points.count("SELECT COUNT(*) FROM notice WHERE code = 'points-policy-year'"))
                .isEqualTo(1);
        assertThat(points.count("SELECT COUNT(*) FROM notice WHERE code LIKE 'points-policy%'"))
                .isEqualTo(1);
    }

    @Test
    void new_terms_take_hold_after_the_longer_of_both_notices() {
        assertThat(decide(0, yearEnd(60)).expiry().notBefore())
                .isEqualTo(points.today().plusDays(60));
        assertThat(decide(1, PolicyFixture.command(Kind.MONTHS, 6, 7)).expiry().notBefore())
                .isEqualTo(points.today().plusDays(60));
        assertThat(decide(2, PolicyFixture.command(Kind.MONTHS, 6, 7)).expiry().notBefore())
                .as("the same terms again put nothing off")
                .isEqualTo(points.today().plusDays(60));
    }

    @Test
    void who_saw_an_older_policy_is_refused() {
        decide(0, yearEnd(30));

        refused("platform.changed-meanwhile", () -> decide(0, yearEnd(60)));
    }

    @Test
    void what_is_out_of_range_is_refused() {
        refused("platform.invalid", () -> decide(0, PolicyFixture.command(Kind.MONTHS, null, 30)));
        refused("platform.invalid", () -> decide(0, PolicyFixture.command(Kind.MONTHS, 61, 30)));
        refused("platform.invalid", () -> decide(0, PolicyFixture.command(Kind.NONE, null, 6)));
        refused("platform.invalid", () -> decide(0, PolicyFixture.command(null, null, 30)));
    }

    private PointsPolicy decide(long seen, PolicyCommand command) {
        return points.as(admin, () -> desk.change(HERE, seen, command), Role.COMMUNITY_ADMIN);
    }

    private static PolicyCommand yearEnd(int notice) {
        return PolicyFixture.command(Kind.YEAR_END, null, notice);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
