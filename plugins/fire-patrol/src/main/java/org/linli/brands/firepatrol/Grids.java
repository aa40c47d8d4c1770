package org.linli.brands.firepatrol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;
import org.linli.plugin.Context.Unit;
import org.linli.plugin.page.Widget.Field.Choice;

/** The parts of the community. */
final class Grids {
    private final Map<String, Unit> units = new LinkedHashMap<>();

    Grids(Context context) {
        context.units().forEach(unit -> units.put(unit.id(), unit));
    }

    boolean has(String unitId) {
        return units.containsKey(unitId);
    }

    String name(String unitId) {
        Unit unit = units.get(unitId);
        return unit == null ? "–" : unit.name();
    }

    List<Unit> all() {
        return units.values().stream().filter(u -> u.level().equals("GRID")).toList();
    }

    List<Choice> choices() {
        return all().stream().map(u -> new Choice(u.id(), u.name())).toList();
    }

    /** The building in which that unit lies, else its grid: as fine as forms offer it. Empty for units elsewhere. */
    String placeOf(String unitId) {
        @Nullable Unit unit = units.get(unitId);
        while (unit != null && unit.level().equals("HOUSEHOLD_GROUP")) {
            unit = unit.parentId() == null ? null : units.get(unit.parentId());
        }
        return unit == null ? "" : unit.id();
    }

    /** The grid in which that unit lies; nothing for the community itself and for units elsewhere. */
    Optional<String> of(String unitId) {
        @Nullable Unit unit = units.get(unitId);
        while (unit != null && !unit.level().equals("GRID")) {
            unit = unit.parentId() == null ? null : units.get(unit.parentId());
        }
        return Optional.ofNullable(unit).map(Unit::id);
    }
}
