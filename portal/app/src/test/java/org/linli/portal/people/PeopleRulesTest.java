package org.linli.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.problem.Violations;

/** Passwords, telephone numbers, hours, and who may give which role. */
class PeopleRulesTest {
    private static final Identity ADMIN_OF_A = identity(Role.COMMUNITY_ADMIN, PeopleFixture.A);
    private static final Identity OPERATOR_OF_STREET = identity(Role.OPERATOR, PeopleFixture.STREET);

    private static Identity identity(Role role, OrgUnitView unit) {
        return new Identity(100, "罗海涛", 3, List.of(new Identity.Held(role, unit.id(), unit.path())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short7!", "12345678", "87654321", "aaaaaaaa", "abababab", "password", "王秀英王秀英", "1234567890"})
    void a_password_that_anybody_would_try_is_refused(String password) {
        Violations violations = new Violations();
        PasswordRule.check(password, List.of("王秀英王秀英", "15400000001"), violations);
        assertThatThrownBy(violations::throwIfAny).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linli-demo", "邻里一家亲真好吃", "correct horse", "𠮷𠮷野野家家好好"})
    void a_long_password_needs_no_special_characters(String password) {
        Violations violations = new Violations();
        PasswordRule.check(password, List.of("王秀英", "15400000001"), violations);
        assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "15400001234, 15400001234",
        "154 0000 1234, 15400001234",
        "+86 154-0000-1234, 15400001234",
        "0086 15400001234, 15400001234",
        "010-62345678, 01062345678",
        "0851 5234567, 08515234567"
    })
    void telephone_numbers_are_read_as_people_write_them(String typed, String digits) {
        assertThat(Phone.of(typed)).map(Phone::digits).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110", "12800001234", "1540000123", "154000012345", "一五四", "15400001234; DROP"})
    void what_is_no_telephone_number_is_refused(String typed) {
        assertThat(Phone.of(typed)).isEmpty();
    }

    @Test
    void a_telephone_number_is_masked_wherever_it_is_printed() {
        assertThat(Phone.of("15400001234").orElseThrow()).hasToString("154****1234");
    }

    @Test
    void overlapping_hours_are_refused() {
        Violations violations = new Violations();
        Availability.check(List.of(new Availability(1, 480, 720), new Availability(1, 700, 800)), violations);
        assertThatThrownBy(violations::throwIfAny).hasMessageContaining("people.overlapping-hours");
    }

    @Test
    void names_are_found_by_pinyin_and_surnames_are_read_as_surnames() {
        assertThat(NamePinyin.of("王秀英")).isEqualTo("wxy wangxiuying");
        assertThat(NamePinyin.of("曾国强")).startsWith("zgq zeng");
        assertThat(NamePinyin.of("\uD842\uDFB7")).matches("\\p{ASCII}*");
    }

    @Test
    void an_administrator_gives_the_roles_of_the_community_but_neither_his_own_nor_one_above_it() {
        for (Role role : Role.values()) {
            boolean above = Arrays.asList(Role.COMMUNITY_ADMIN, Role.SUPERVISOR, Role.AUDITOR, Role.OPERATOR)
                    .contains(role);
            assertThat(GrantRule.mayDecide(ADMIN_OF_A, role, PeopleFixture.A))
                    .as(role.name())
                    .isEqualTo(!above);
            assertThat(GrantRule.mayDecide(ADMIN_OF_A, role, PeopleFixture.B)).isFalse();
            assertThat(GrantRule.mayDecide(ADMIN_OF_A, role, PeopleFixture.STREET))
                    .isFalse();
        }
    }

    @Test
    void an_operator_gives_everything_below_and_roles_above_communities_only_there() {
        assertThatCode(() -> GrantRule.check(OPERATOR_OF_STREET, 7, Role.SUPERVISOR, PeopleFixture.STREET))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> GrantRule.check(OPERATOR_OF_STREET, 7, Role.SUPERVISOR, PeopleFixture.A))
                .hasMessageContaining("people.role-not-at-that-unit");
    }

    @Test
    void nobody_gives_a_role_to_oneself() {
        assertThatThrownBy(() -> GrantRule.check(ADMIN_OF_A, 100, Role.DISPATCHER, PeopleFixture.A))
                .hasMessageContaining("people.not-to-oneself");
    }

    @Test
    void only_grid_workers_and_butlers_have_a_grid() {
        for (Role role : Role.values()) {
            boolean inGrids = role == Role.GRID_WORKER || role == Role.BUTLER;
            assertThat(GrantRule.fits(role, PeopleFixture.GRID_A.level())).isEqualTo(inGrids);
        }
    }
}
