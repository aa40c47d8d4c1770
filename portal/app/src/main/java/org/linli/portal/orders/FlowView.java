package org.linli.portal.orders;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Role;

/**
 * 流程包 as it is shown: the stages that new orders of a community pass.
 *
 * @param label code and edition
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param steps in their order
 */
public record FlowView(String label, String nameZh, String nameEn, List<Step> steps) {
    public FlowView {
        steps = List.copyOf(steps);
    }

    /**
     * One stage.
     *
     * @param stage its name
     * @param by who acts in it
     * @param limitMinutes how long it may take, null for no limit
     */
    public record Step(String stage, Set<Role> by, @Nullable Integer limitMinutes) {
        public Step {
            by = Set.copyOf(by);
        }
    }
}
