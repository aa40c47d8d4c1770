package org.linli.portal.brands.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.portal.brands.call.Point;
import org.linli.portal.platform.i18n.Messages;

class BrandTextsTest {
    @Test
    void whatever_a_page_may_have_to_say_of_brands_has_a_text() {
        List<String> keys = new ArrayList<>();
        for (Point point : Point.values()) {
            keys.add("brands.calls.point." + point);
        }
        for (Release.Status status : Release.Status.values()) {
            keys.add("brands.release.status." + status);
            keys.add("brands.releases.uploaded." + status);
        }
        for (Binding.State state : Binding.State.values()) {
            keys.add("brands.state." + state);
        }
        for (String need : DescriptorRules.NEEDS) {
            keys.add("brands.need." + need.replace(':', '.'));
            keys.add("brands.need." + need.replace(':', '.') + ".note");
        }
        for (String reason : List.of(
                BindingDesk.BY_ADMINISTRATOR,
                FailingBrands.FAILED,
                BindingFollow.NEEDS,
                BindingFollow.SETTINGS,
                BindingFollow.NO_RELEASE)) {
            keys.add("brands.rest." + reason);
        }
        Messages messages = new Messages();
        assertThat(keys).allMatch(messages::has);
    }
}
