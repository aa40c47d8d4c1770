package org.linli.portal.hours.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.hours.BackEntry;
import org.linli.portal.hours.Correction;
import org.linli.portal.hours.HoursQueries;
import org.linli.portal.hours.StarDesk;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.rest.Window;

/** What waits for the two people that corrections and back-entries take, and what was settled. */
@Named("staffHoursView")
@RequestScoped
public class StaffHoursView {
    private static final Set<Role> READERS =
            Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.SUPERVISOR, Role.AUDITOR);
    private static final Set<Role> ENTERERS = Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER);

    private final HoursQueries queries;
    private final StarDesk stars;
    private final OrgTree tree;
    private final Caller caller;
    private @Nullable String community;
    private boolean settled;
    private @Nullable List<OrgUnitView> places;

    @Inject
    public StaffHoursView(HoursQueries queries, StarDesk stars, OrgTree tree, Caller caller) {
        this.queries = queries;
        this.stars = stars;
        this.tree = tree;
        this.caller = caller;
    }

    /** The communities that the caller reads. */
    public List<OrgUnitView> getPlaces() {
        if (places == null) {
            places = caller.identity().grants().stream()
                    .filter(held -> READERS.contains(held.role()))
                    .map(Identity.Held::unitPath)
                    .distinct()
                    .flatMap(path -> tree.below(path, OrgLevel.COMMUNITY).stream())
                    .distinct()
                    .toList();
        }
        return places;
    }

    /** The chosen community, else the first. */
    public String getCommunity() {
        if (community == null || community.isBlank()) {
            community = getPlaces().isEmpty()
                    ? "0"
                    : String.valueOf(getPlaces().get(0).id());
        }
        return community;
    }

    public void setCommunity(@Nullable String community) {
        this.community = community;
    }

    private long place() {
        return Id.ofPath(getCommunity());
    }

    public List<Correction> getCorrections() {
        return queries.corrections(place(), !settled, Window.first()).items();
    }

    public List<BackEntry> getEntries() {
        return queries.backEntries(place(), !settled, Window.first()).items();
    }

    /** Whether the caller may enter services of the past here. */
    public boolean isEnterer() {
        return ENTERERS.stream().anyMatch(role -> caller.holds(role, place()));
    }

    /** Whether the caller may change star levels of some district. */
    public boolean isStarKeeper() {
        return !stars.kept().isEmpty();
    }

    public boolean isSettled() {
        return settled;
    }

    public void setSettled(boolean settled) {
        this.settled = settled;
    }
}
