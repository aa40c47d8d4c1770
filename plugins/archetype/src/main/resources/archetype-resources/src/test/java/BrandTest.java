package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.plugin.Data;
import org.linli.plugin.page.Widget;
import org.linli.plugin.testkit.BrandKit;
import org.linli.plugin.testkit.KitCommunity;
import org.linli.plugin.testkit.KitPerson;
import org.linli.plugin.testkit.Refusal;

class BrandTest {
    private final BrandKit kit = BrandKit.load();
    private KitCommunity community;
    private KitPerson keeper;
    private KitPerson resident;

    @BeforeEach
    void open() {
        community = kit.community("旺家社区");
        keeper = community.person("p1", "王秀芳", "c1g1", "keeper");
        resident = community.person("p2", "李建军", "c1g2");
    }

    private static Data tool(String key, String name) {
        return Data.of("key", key, "name", name, "place", "c1g1");
    }

    private static final String KEY = "00000000-0000-0000-0000-000000000001";

    @Test
    void the_brand_is_complete_in_both_languages_and_all_its_handlers_exist() {
        assertThat(kit.problems()).isEmpty();
    }

    @Test
    void a_keeper_registers_a_tool_and_a_resident_sees_it() {
        keeper.post("page", "tools", tool(KEY, "电钻"));
        keeper.post("page", "tools", tool(KEY, "电钻")); // sent twice
        Widget.Cards cards = (Widget.Cards) resident.page("tools").widgets().get(0);
        assertThat(cards.cards()).singleElement().satisfies(card -> assertThat(card.title()).isEqualTo("电钻"));
        assertThat(resident.english().page("tools").title()).isEqualTo("Tools");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_residents_register_nothing() {
        assertThatThrownBy(() -> keeper.post("page", "tools", tool(KEY, " "))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> resident.post("page", "tools", tool(KEY, "梯子"))).isInstanceOf(Refusal.class);
        assertThat(community.records("tool")).isEmpty();
    }

    @Test
    void a_resident_borrows() {
        String order = resident.order("loan", "c1g2", "tool", "电钻", "days", 2L, "purpose", "home");
        community.accept(order, "p1");
        community.complete(order, 20);
        community.review(order);
        assertThat(community.order(order).open()).isFalse();
        assertThatThrownBy(() -> resident.order("loan", "c1g2")).isInstanceOf(Refusal.class);
    }

    @Test
    void the_administrator_says_how_long() {
        community.set("days", 1.5);
        assertThat(resident.page("tools").subtitle()).contains("1.5");
    }

    @Test
    void two_communities_see_nothing_of_each_other_and_a_purge_leaves_nothing() {
        keeper.post("page", "tools", tool(KEY, "电钻"));
        assertThat(kit.community("贵苑社区").records("tool")).isEmpty();
        assertThat(community.purge()).isTrue();
    }
}
