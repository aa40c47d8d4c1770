package org.linli.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.GrantView.Status;
import org.linli.portal.people.signin.AccessTokens;
import org.linli.portal.people.signin.Identities;
import org.linli.portal.people.signin.SignIn;
import org.linli.portal.people.signin.SignedIn;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.security.AttemptCount;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.PasswordHash;

/** A forgotten password: reset by an administrator, used once, replaced at the next sign-in; on the real engine. */
class PasswordResetTest {
    private static final PeopleFixture FIXTURE = new PeopleFixture();
    private static final Identity ADMIN = caller(900, Role.COMMUNITY_ADMIN, PeopleFixture.A);
    private static final String OWN = "three-small-boats";
    private static long last = 300;

    private final long person = ++last;

    @BeforeEach
    void register() {
        FIXTURE.person(person, PeopleFixture.A, "王秀英");
        FIXTURE.transactions.run(() -> FIXTURE.sql.update(
                "INSERT INTO account (person_id, phone_index, password_hash, password_changed_at)"
                        + " VALUES (?, ?, ?, '2026-01-01')",
                person,
                FIXTURE.cipher.blindIndex(phone()),
                PasswordHash.ofPublicPassword("forgotten-password")));
    }

    @Test
    void a_temporary_password_ends_sessions_and_tokens_and_must_be_changed() {
        SignedIn before = new SignedIn(person, 0);
        AccessTokens tokens = new AccessTokens(FIXTURE.sql, FIXTURE.clock);
        String token = FIXTURE.transactions
                .run(() -> tokens.issue(before, AccessTokens.Kind.API, ""))
                .secret();

        PasswordResetDesk.Temporary temporary = reset(ADMIN);

        assertThat(temporary.password()).matches("[0-9]{10}");
        assertThat(temporary.toString()).doesNotContain(temporary.password());
        assertThat(tokens.owner(token, AccessTokens.Kind.API)).isEmpty();
        assertThat(identities().of(before)).isEmpty();
        SignedIn after = signIn(FIXTURE.clock, temporary.password());
        Identity identity = identities().of(after).orElseThrow();
        assertThat(identity.mustChangePassword()).isTrue();

        assertThatThrownBy(() -> replace(identity, temporary.password())).hasMessageContaining("people.same-password");
        SignedIn renewed = replace(identity, OWN);
        assertThat(identities().of(renewed).orElseThrow().mustChangePassword()).isFalse();
        assertThat(signIn(FIXTURE.clock, OWN)).isEqualTo(renewed);
        assertThatThrownBy(() -> replace(identity, OWN + "!")).hasMessageContaining("people.no-temporary-password");
    }

    @Test
    void a_temporary_password_holds_for_a_day() {
        String temporary = reset(ADMIN).password();

        Clock tomorrow = Clock.offset(FIXTURE.clock, Duration.ofHours(25));
        assertThatThrownBy(() -> signIn(tomorrow, temporary)).hasMessageContaining("people.temporary-password-expired");
    }

    @Test
    void a_reset_is_audited_without_the_password_and_lifts_the_pause_after_wrong_ones() {
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> signIn(FIXTURE.clock, "wrong-password")).isNotNull();
        }
        String temporary = reset(ADMIN).password();

        assertThat(signIn(FIXTURE.clock, temporary).personId()).isEqualTo(person);
        List<String> lines = FIXTURE.sql.list(
                "SELECT CONCAT_WS(' ', action, detail) FROM audit_entry WHERE object_id = ?",
                row -> row.text(1),
                person);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("people.reset-password").doesNotContain(temporary);
    }

    @Test
    void nobody_resets_their_own_password_or_that_of_somebody_above_or_elsewhere() {
        assertThatThrownBy(() -> reset(caller(person, Role.COMMUNITY_ADMIN, PeopleFixture.A)))
                .hasMessageContaining("people.own-password");
        assertThatThrownBy(() -> reset(caller(901, Role.DISPATCHER, PeopleFixture.A)))
                .hasMessageContaining("people.role-needed");
        assertThatThrownBy(() -> reset(caller(902, Role.COMMUNITY_ADMIN, PeopleFixture.B)))
                .hasMessageContaining("platform.not-found");
        FIXTURE.transactions.run(() -> FIXTURE.grants.add(
                new Grants.NewGrant(person, PeopleFixture.STREET.id(), Role.SUPERVISOR, Status.ACTIVE, null, null),
                1L));
        assertThatThrownBy(() -> reset(ADMIN)).hasMessageContaining("people.reset-above");
        assertThat(reset(caller(903, Role.OPERATOR, PeopleFixture.STREET)).password())
                .hasSize(10);
    }

    private PasswordResetDesk.Temporary reset(Identity who) {
        OrgTree tree = new FixtureTree();
        Caller caller = new Caller(tree);
        caller.become(who);
        PasswordResetDesk.Office office = new PasswordResetDesk.Office(
                caller,
                FIXTURE.clock,
                new Attempts(new AttemptCount(FIXTURE.sql, FIXTURE.clock)),
                new AuditLog(FIXTURE.sql, FIXTURE.clock, caller));
        PasswordResetDesk desk =
                new PasswordResetDesk(FIXTURE.people, FIXTURE.grants, tree, passwords(FIXTURE.clock), office);
        return FIXTURE.transactions.run(() -> desk.reset(person));
    }

    private SignedIn replace(Identity owner, String password) {
        return FIXTURE.transactions.run(() -> passwords(FIXTURE.clock).replaceTemporary(owner, password));
    }

    private SignedIn signIn(Clock clock, String password) {
        return check(clock).check(new SignIn.Credentials(phone(), password, "10.1.0." + person % 200));
    }

    private static Passwords passwords(Clock clock) {
        return new Passwords(FIXTURE.sql, clock, FIXTURE.event());
    }

    private static SignIn check(Clock clock) {
        return new SignIn(FIXTURE.sql, FIXTURE.cipher, new Attempts(new AttemptCount(FIXTURE.sql, clock)), clock);
    }

    private static Identities identities() {
        return new Identities(FIXTURE.sql, FIXTURE.clock);
    }

    private String phone() {
        return "1540000" + (1000 + person);
    }

    private static Identity caller(long id, Role role, OrgUnitView unit) {
        return new Identity(id, "罗海涛", unit.id(), List.of(new Identity.Held(role, unit.id(), unit.path())));
    }
}
