package org.linli.portal.activities.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.portal.activities.Kinds;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;

/** What the form of a plan lets one choose from. */
@Named("planChoices")
@RequestScoped
public class PlanChoices {
    private final OrgTree tree;

    @Inject
    public PlanChoices(OrgTree tree) {
        this.tree = tree;
    }

    public List<String> getKinds() {
        return Kinds.codes();
    }

    /** The community itself, then its grids. */
    public List<OrgUnitView> places(long communityId) {
        List<OrgUnitView> places = new ArrayList<>(List.of(tree.unit(communityId)));
        places.addAll(tree.inCommunity(communityId, OrgLevel.GRID));
        return places;
    }

    public Recurrence.Unit[] getUnits() {
        return Recurrence.Unit.values();
    }

    public List<String> getWeekdays() {
        return IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList();
    }
}
