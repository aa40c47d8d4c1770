package org.linli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataTest {
    @Test
    void numbers_maps_and_lists_become_their_json_types() {
        Data data = Data.of("n", 3, "f", 1.5f, "m", Map.of("a", 1), "l", List.of("x", Map.of("b", true)));
        assertThat(data.number("n")).isEqualTo(3);
        assertThat(data.get("f")).contains(1.5);
        assertThat(data.object("m").number("a")).isEqualTo(1);
        assertThat(data.objects("l")).containsExactly(Data.of("b", true));
    }

    @Test
    void a_null_is_left_out_and_removes_a_key() {
        assertThat(Data.of("a", null)).isEqualTo(Data.EMPTY);
        assertThat(Data.of("a", 1, "b", 2).with("a", null)).isEqualTo(Data.of("b", 2));
    }

    @Test
    void what_is_no_json_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Data.of("a", new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> Data.of("a", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Data.of("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Data.of("a", "text").number("a"));
    }

    @Test
    void a_list_that_changes_later_does_not_change_the_data() {
        List<String> list = new ArrayList<>(List.of("a"));
        Data data = Data.of("l", list);
        list.add("b");
        assertThat(data.texts("l")).containsExactly("a");
    }

    @Test
    void what_is_not_there_reads_as_nothing() {
        assertThat(Data.EMPTY.text("a")).isEmpty();
        assertThat(Data.EMPTY.number("a", 7)).isEqualTo(7);
        assertThat(Data.EMPTY.texts("a")).isEmpty();
        assertThat(Data.EMPTY.flag("a")).isFalse();
        assertThat(Data.of("a", "5").number("a")).isEqualTo(5);
    }
}
