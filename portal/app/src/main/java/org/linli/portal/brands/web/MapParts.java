package org.linli.portal.brands.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.linli.plugin.page.Widget;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.brands.web.Part.Map.Cell;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;

/** Lays the grids of a community out on a schematic map in the order of their codes, as people count them. */
@ApplicationScoped
public class MapParts {
    private static final int MOST_IN_A_ROW = 4;
    private static final int LEVELS = 3;

    private final OrgTree tree;

    @Inject
    public MapParts(OrgTree tree) {
        this.tree = tree;
    }

    Part.Map map(BrandRef brand, Widget.UnitMap map) {
        List<OrgUnitView> grids = new ArrayList<>(tree.inCommunity(brand.communityId(), OrgLevel.GRID));
        // G2 before G10
        grids.sort(Comparator.comparingInt((OrgUnitView unit) -> unit.code().length())
                .thenComparing(OrgUnitView::code));
        int columns = Math.max(1, Math.min(MOST_IN_A_ROW, (int) Math.ceil(Math.sqrt(grids.size()))));
        long most =
                map.values().values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Cell> cells =
                grids.stream().map(unit -> cell(brand, map, unit, most)).toList();
        List<Cell> some = cells.stream()
                .filter(cell -> cell.value() > 0)
                .sorted(Comparator.comparingLong((Cell cell) -> -cell.value()))
                .toList();
        return new Part.Map(columns, List.copyOf(cells), some, cells.size() - some.size());
    }

    private static Cell cell(BrandRef brand, Widget.UnitMap map, OrgUnitView unit, long most) {
        String id = Long.toString(unit.id());
        long value = map.values().getOrDefault(id, 0L);
        int level = value <= 0 || most <= 0 ? 0 : (int) Math.min(LEVELS, 1 + (value - 1) * LEVELS / most);
        String href = map.link().isEmpty() ? "" : PartBuilder.href(brand, map.link() + id);
        int bracket = unit.name().indexOf('（');
        return bracket < 1
                ? new Cell(unit.name(), "", value, level, href)
                : new Cell(unit.name().substring(0, bracket), unit.name().substring(bracket), value, level, href);
    }
}
