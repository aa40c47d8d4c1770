package org.linli.portal.reports;

import java.util.List;
import org.linli.portal.community.OrgUnitView;

/**
 * A unit next to those directly below it.
 *
 * @param unit which
 * @param above its ancestors that the caller may open, from the top
 * @param period when
 * @param figures of the unit
 * @param children the units below with their figures; empty for those who see public figures only
 * @param detailed whether the caller may go down to the rows
 */
public record Statistics(
        OrgUnitView unit,
        List<OrgUnitView> above,
        Period period,
        Figures figures,
        List<Child> children,
        boolean detailed) {
    public Statistics {
        above = List.copyOf(above);
        children = List.copyOf(children);
    }

    /** A unit below. */
    public record Child(OrgUnitView unit, Figures figures) {}
}
