package org.linli.plugin.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.plugin.Context;

/** Places and people of a community; the brand changes none of them. */
final class KitWorld {
    private final Map<String, Context.Unit> units = new LinkedHashMap<>();
    private final Map<String, Context.Member> people = new LinkedHashMap<>();
    private final Map<String, List<String>> teams = new LinkedHashMap<>();

    void unit(String id, @Nullable String parentId, String level, String name) {
        units.put(id, new Context.Unit(id, parentId, level, name));
    }

    void person(String id, String name, String homeUnitId) {
        people.put(id, new Context.Member(id, name, homeUnitId, "138" + id));
    }

    void team(String code, List<String> personIds) {
        teams.put(code, List.copyOf(personIds));
    }

    List<Context.Unit> units() {
        return List.copyOf(units.values());
    }

    boolean hasUnit(String id) {
        return units.containsKey(id);
    }

    List<Context.Member> people() {
        return List.copyOf(people.values());
    }

    List<Context.Member> team(String code) {
        return teams.getOrDefault(code, List.of()).stream().map(this::member).toList();
    }

    /** Somebody who lives here; everybody else is refused, as in the portal. */
    Context.Member member(String personId) {
        Context.Member member = people.get(personId);
        if (member == null) {
            throw new Refusal("no such person here: " + personId);
        }
        return member;
    }
}
