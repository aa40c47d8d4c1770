package org.linli.portal.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.Role;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.time.Clocks;
import org.linli.portal.reports.persistence.Counts;
import org.linli.portal.reports.persistence.Rows;

/**
 * Figures of any unit that the caller's roles reach; everybody else sees the figures of their own community. Counts of
 * fewer than five people are hidden from those who may not know the people anyway.
 */
@ApplicationScoped
public class StatisticsQueries {
    private static final Set<Role> READERS =
            Set.of(Role.SUPERVISOR, Role.COMMUNITY_ADMIN, Role.DISPATCHER, Role.ASSESSOR, Role.AUDITOR, Role.OPERATOR);

    /** Those who work with the people of the unit and know them. */
    private static final Set<Role> KNOWERS = Set.of(Role.COMMUNITY_ADMIN, Role.DISPATCHER);

    private final Caller caller;
    private final OrgTree tree;
    private final Counts counts;
    private final Rows rows;
    private final Clock clock;

    @Inject
    public StatisticsQueries(Caller caller, OrgTree tree, Counts counts, Rows rows, Clock clock) {
        this.caller = caller;
        this.tree = tree;
        this.counts = counts;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The figures of a unit and of those below it; for those who may not know the people in whole months.
     *
     * @param unitId null for the highest that the caller reaches
     * @throws DomainException 404 out of the caller's part of the tree
     */
    public Statistics statistics(@Nullable Long unitId, Period asked) {
        OrgUnitView unit = unit(unitId);
        boolean reads = holds(READERS, unit.id());
        boolean knows = holds(KNOWERS, unit.id());
        Period period = shown(asked, knows);
        Figures own = figures(unit, period);
        List<Statistics.Child> children = reads ? children(unit, period, knows) : List.of();
        boolean shown = knows || !own.small();
        return new Statistics(unit, above(unit), period, shown ? own : own.hide(), children, reads && shown);
    }

    /**
     * The orders behind the figures.
     *
     * @throws DomainException 404 out of scope, 403 for those who see public figures only or hidden ones
     */
    public Page<OrderRow> orders(@Nullable Long unitId, Period period, Window window) {
        return rows.orders(choice(unitId, period), window);
    }

    /**
     * The services behind the figures.
     *
     * @throws DomainException 404 out of scope, 403 for those who see public figures only or hidden ones
     */
    public Page<ServiceRow> services(@Nullable Long unitId, Period period, Window window) {
        return rows.services(choice(unitId, period), window);
    }

    /** Today in Asia/Shanghai. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
    }

    private Figures figures(OrgUnitView unit, Period period) {
        boolean atCommunity = unit.level().compareTo(OrgLevel.COMMUNITY) <= 0;
        return counts.figures(new Counts.Question(unit.path(), atCommunity, false, period))
                .getOrDefault(0L, Figures.NONE);
    }

    private List<Statistics.Child> children(OrgUnitView unit, Period period, boolean knows) {
        boolean byCommunity = unit.level().compareTo(OrgLevel.COMMUNITY) < 0;
        Map<Long, Figures> figures = counts.figures(new Counts.Question(unit.path(), byCommunity, true, period));
        List<Statistics.Child> children = new ArrayList<>();
        for (OrgUnitView child : tree.children(unit.id())) {
            children.add(new Statistics.Child(child, figures.getOrDefault(child.id(), Figures.NONE)));
        }
        return knows ? children : withoutSmall(children);
    }

    /** One hidden row alone could be found by subtraction: the smallest of the others is hidden with it. */
    static List<Statistics.Child> withoutSmall(List<Statistics.Child> children) {
        List<Statistics.Child> small =
                children.stream().filter(child -> child.figures().small()).toList();
        Optional<Statistics.Child> companion = small.size() != 1
                ? Optional.empty()
                : children.stream()
                        .filter(child ->
                                !small.contains(child) && child.figures().residents() > 0)
                        .min(Comparator.comparingLong(child -> child.figures().residents()));
        return children.stream()
                .map(child -> small.contains(child)
                                || companion.filter(child::equals).isPresent()
                        ? new Statistics.Child(child.unit(), child.figures().hide())
                        : child)
                .toList();
    }

    /** Two periods that differ by a day would tell of that day what neither tells of itself. */
    private static Period shown(Period asked, boolean knows) {
        return knows ? asked : asked.wholeMonths();
    }

    private Rows.Choice choice(@Nullable Long unitId, Period asked) {
        OrgUnitView unit = unit(unitId);
        if (!holds(READERS, unit.id())) {
            throw DomainException.forbidden("people.role-needed");
        }
        boolean knows = holds(KNOWERS, unit.id());
        Period period = shown(asked, knows);
        if (!knows && figures(unit, period).small()) {
            // a row says more of a person than the figure that is hidden for their sake
            throw DomainException.forbidden("reports.hidden");
        }
        return new Rows.Choice(unit.path(), period, knows);
    }

    private OrgUnitView unit(@Nullable Long unitId) {
        caller.identity();
        OrgUnitView unit = unitId == null ? highest() : tree.unit(unitId);
        if (unit.id() != caller.communityId() && !holds(READERS, unit.id())) {
            throw DomainException.notFound();
        }
        return unit;
    }

    /** The unit of the caller's highest reading role, else their community; for the operator of all of it the top. */
    private OrgUnitView highest() {
        long id = caller.identity().grants().stream()
                .filter(grant -> READERS.contains(grant.role()))
                .min(Comparator.comparingInt(grant -> grant.unitPath().length()))
                .map(Identity.Held::unitId)
                .orElseGet(caller::communityId);
        return tree.find(id).or(() -> tree.roots().stream().findFirst()).orElseThrow(DomainException::notFound);
    }

    private List<OrgUnitView> above(OrgUnitView unit) {
        List<OrgUnitView> above = new ArrayList<>();
        Long parent = unit.parentId();
        while (parent != null && holds(READERS, parent)) {
            OrgUnitView next = tree.unit(parent);
            above.add(0, next);
            parent = next.parentId();
        }
        return above;
    }

    private boolean holds(Set<Role> roles, long unitId) {
        return roles.stream().anyMatch(role -> caller.holds(role, unitId));
    }
}
