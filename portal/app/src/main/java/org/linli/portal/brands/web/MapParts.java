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

/** Lays the grids of a community out on a schematic map: neighbours stay neighbours, nothing overlaps. */
@ApplicationScoped
public class MapParts {
    private static final int CELL_WIDTH = 150;
    private static final int CELL_HEIGHT = 84;
    private static final int MOST_IN_A_ROW = 4;
    private static final int LEVELS = 3;

    private final OrgTree tree;

    @Inject
    public MapParts(OrgTree tree) {
        this.tree = tree;
    }

    Part.Map map(BrandRef brand, Widget.UnitMap map) {
        List<OrgUnitView> grids = new ArrayList<>(tree.inCommunity(brand.communityId(), OrgLevel.GRID));
        grids.sort(Comparator.comparingInt((OrgUnitView unit) -> -north(unit)));
        int columns = Math.max(1, Math.min(MOST_IN_A_ROW, (int) Math.ceil(Math.sqrt(grids.size()))));
        long most =
                map.values().values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row * columns < grids.size(); row++) {
            List<OrgUnitView> line =
                    new ArrayList<>(grids.subList(row * columns, Math.min(grids.size(), (row + 1) * columns)));
            line.sort(Comparator.comparingInt(MapParts::east));
            for (int column = 0; column < line.size(); column++) {
                cells.add(cell(brand, map, line.get(column), most, column * CELL_WIDTH, row * CELL_HEIGHT));
            }
        }
        int rows = (grids.size() + columns - 1) / columns;
        return new Part.Map(columns * CELL_WIDTH, Math.max(1, rows) * CELL_HEIGHT, List.copyOf(cells));
    }

    @SuppressWarnings("TooManyParameters")
    private static Cell cell(BrandRef brand, Widget.UnitMap map, OrgUnitView unit, long most, int x, int y) {
        String id = Long.toString(unit.id());
        long value = map.values().getOrDefault(id, 0L);
        int level = value <= 0 || most <= 0 ? 0 : (int) Math.min(LEVELS, 1 + (value - 1) * LEVELS / most);
        String href = map.link().isEmpty() ? "" : PartBuilder.href(brand, map.link() + id);
        return new Cell(unit.name(), value, level, x, y, href);
    }

    private static int north(OrgUnitView unit) {
        return unit.position() == null ? 0 : unit.position().northMetres();
    }

    private static int east(OrgUnitView unit) {
        return unit.position() == null ? 0 : unit.position().eastMetres();
    }
}
