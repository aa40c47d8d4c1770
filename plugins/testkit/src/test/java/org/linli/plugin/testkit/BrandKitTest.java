package org.linli.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class BrandKitTest {
    private final BrandKit kit = BrandKit.load();
    private final KitCommunity community = kit.community("旺家社区");
    private final KitPerson person = community.person("p1", "王秀芳", "c1g1");

    @Test
    void a_text_in_one_language_and_state_in_a_handler_are_found() {
        assertThat(kit.problems())
                .containsExactlyInAnyOrder(
                        "text in one language only: only.chinese", "CarelessPage keeps state in kept");
    }

    @Test
    void an_automation_that_does_something_twice_is_found() {
        assertThatThrownBy(() -> community.pass(Duration.ofDays(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("doubling does something twice");
    }

    @Test
    void a_link_to_what_the_reader_may_not_open_is_found() {
        assertThatThrownBy(() -> person.page("page/link")).hasMessageContaining("may not open: members-only");
        assertThat(community
                        .person("p2", "李玉珍", "c1g1", "member")
                        .page("page/link")
                        .title())
                .isEqualTo("t");
    }

    @Test
    void a_row_that_is_too_short_and_a_text_that_is_missing_are_found() {
        assertThatThrownBy(() -> person.page("page/row")).hasMessageContaining("1 cells for 2 heads");
        assertThatThrownBy(() -> person.page("page/text")).hasMessageContaining("no.such.text");
    }

    @Test
    void a_get_with_effects_and_a_read_without_permission_are_found() {
        assertThatThrownBy(() -> person.page("page/effects")).hasMessageContaining("a GET answers effects");
        assertThatThrownBy(() -> person.page("page/undeclared")).hasMessageContaining("needs orders:own-types");
    }

    @Test
    void a_context_ends_with_its_call() {
        person.page("page/keep");
        assertThatThrownBy(() -> person.page("page/use")).hasMessageContaining("kept after its call");
    }

    @Test
    void effects_are_applied_all_or_none_and_within_bounds() {
        assertThatThrownBy(() -> person.post("page/half")).hasMessageContaining("no record kind unknown");
        assertThat(community.records("note")).isEmpty();
        assertThatThrownBy(() -> person.post("page/big")).hasMessageContaining("too big");
    }

    @Test
    void what_a_descriptor_does_not_know_or_says_twice_is_refused() {
        String head = "id: abc\nversion: 1.0.0\napi: 1\npublisher: linli\nname: n\nsummary: s\nicon: flag\n";
        assertThat(BrandYaml.read(head).id()).isEqualTo("abc");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrandYaml.read(head + "recrods: []\n"))
                .withMessageContaining("recrods");
        assertThatThrownBy(() -> BrandYaml.read(head + "id: abd\n")).hasMessageContaining("duplicate key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrandYaml.read(head + "records: [{code: a, schema: x}]\n"))
                .withMessageContaining("records[0].schema");
    }

    @Test
    void cron_knows_lists_steps_and_sundays() {
        ZonedDateTime sunday = ZonedDateTime.parse("2026-11-22T08:30:00+08:00");
        assertThat(new Cron("*/15 8-9 * * 0").matches(sunday)).isTrue();
        assertThat(new Cron("30 8 22 11 7").matches(sunday)).isTrue();
        assertThat(new Cron("0,30 9 * * *").matches(sunday)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Cron("61 * * * *"));
    }
}
