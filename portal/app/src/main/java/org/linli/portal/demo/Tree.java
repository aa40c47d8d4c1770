package org.linli.portal.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.CommunityRows.OrgUnitRow;
import org.linli.portal.demo.CommunityRows.TeamRow;
import org.linli.portal.demo.DemoContent.TeamEntry;
import org.linli.portal.demo.DemoContent.Unit;

/** The units and teams. */
final class Tree {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Long> teams = new LinkedHashMap<>();

    /** A unit with its id. */
    record Node(long id, Unit unit, String path, @Nullable Long communityId) {
        String code() {
            return unit.code();
        }

        String name() {
            return unit.name();
        }

        boolean isA(String level) {
            return unit.level().equals(level);
        }
    }

    static Tree compose(Scene scene) {
        Tree tree = new Tree();
        Instant at = scene.period().setup();
        for (Unit unit : scene.content().units()) {
            scene.rows().add(tree.grow(unit, scene.ids().at(at), at));
        }
        for (TeamEntry team : scene.content().teams()) {
            scene.rows().add(tree.found(team, scene.ids().at(at), at));
        }
        return tree;
    }

    private OrgUnitRow grow(Unit unit, long id, Instant at) {
        Node parent = unit.parent().isEmpty() ? null : node(unit.parent());
        String path = (parent == null ? "" : parent.path()) + Long.toString(id, 36) + "/";
        Long community =
                unit.level().equals("COMMUNITY") ? Long.valueOf(id) : parent == null ? null : parent.communityId();
        nodes.put(unit.code(), new Node(id, unit, path, community));
        return new OrgUnitRow(
                id,
                parent == null ? null : parent.id(),
                unit.level(),
                unit.code(),
                unit.name(),
                path,
                community,
                unit.east(),
                unit.north(),
                unit.phone().isEmpty() ? null : unit.phone(),
                at);
    }

    private TeamRow found(TeamEntry team, long id, Instant at) {
        Long parent = team.parent().isEmpty() ? null : team(team.parent());
        teams.put(team.code(), id);
        return new TeamRow(
                id,
                parent,
                team.kind(),
                team.code(),
                team.name(),
                node(team.unit()).id(),
                at);
    }

    Node node(String code) {
        Node node = nodes.get(code);
        if (node == null) {
            throw new IllegalArgumentException("no unit " + code);
        }
        return node;
    }

    long team(String code) {
        Long id = teams.get(code);
        if (id == null) {
            throw new IllegalArgumentException("no team " + code);
        }
        return id;
    }

    List<Node> communities() {
        return nodes.values().stream().filter(node -> node.isA("COMMUNITY")).toList();
    }

    List<Node> grids(Node community) {
        return nodes.values().stream()
                .filter(node -> node.isA("GRID") && node.unit().parent().equals(community.code()))
                .toList();
    }

    /** Units in which people of the community live: household groups where they are known, else grids. */
    List<Node> homes(Node community) {
        Map<String, List<Node>> groupsByGrid = new HashMap<>();
        for (Node node : nodes.values()) {
            if (node.isA("HOUSEHOLD_GROUP")) {
                groupsByGrid
                        .computeIfAbsent(grid(node).code(), grid -> new ArrayList<>())
                        .add(node);
            }
        }
        List<Node> homes = new ArrayList<>();
        for (Node grid : grids(community)) {
            homes.addAll(groupsByGrid.getOrDefault(grid.code(), List.of(grid)));
        }
        return homes;
    }

    /** The grid at or above a node. */
    Node grid(Node node) {
        Node at = node;
        while (!at.isA("GRID")) {
            at = node(at.unit().parent());
        }
        return at;
    }
}
