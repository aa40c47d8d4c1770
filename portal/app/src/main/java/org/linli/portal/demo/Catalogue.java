package org.linli.portal.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.portal.demo.CommunityRows.SkillRow;
import org.linli.portal.demo.DemoContent.Item;
import org.linli.portal.demo.OrderRows.CommunityFlowRow;
import org.linli.portal.demo.OrderRows.ServiceCategoryRow;
import org.linli.portal.demo.OrderRows.ServiceItemRow;
import org.linli.portal.demo.OrderRows.ServiceItemSkillRow;
import org.linli.portal.demo.Tree.Node;

/** What may be ordered in each community. */
final class Catalogue {
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
    private final long flowPackId;

    /** A service of one community. */
    record Entry(long id, Item item) {}

    private Catalogue(long flowPackId) {
        this.flowPackId = flowPackId;
    }

    /** Writes skills, categories, and each community's items and flow. */
    static Catalogue compose(Scene scene, Tree tree, long flowPackId) {
        Catalogue catalogue = new Catalogue(flowPackId);
        int position = 0;
        for (DemoContent.Skill skill : scene.content().skills()) {
            scene.rows().add(new SkillRow(skill.code(), skill.nameZh(), skill.nameEn(), ++position));
        }
        position = 0;
        for (DemoContent.Category category : scene.content().categories()) {
            scene.rows()
                    .add(new ServiceCategoryRow(
                            category.code(), category.nameZh(), category.nameEn(), category.icon(), ++position));
        }
        for (Node community : tree.communities()) {
            scene.rows().add(new CommunityFlowRow(community.id(), flowPackId));
            catalogue.list(scene, community);
        }
        return catalogue;
    }

    private void list(Scene scene, Node community) {
        List<Entry> offered = new ArrayList<>();
        Instant at = scene.period().setup();
        for (Item item : scene.content().items()) {
            if (!item.absentIn().contains(community.code())) {
                Entry entry = new Entry(scene.ids().at(at), item);
                offered.add(entry);
                scene.rows().add(row(entry, community, at));
                item.skills().forEach(skill -> scene.rows().add(new ServiceItemSkillRow(entry.id(), skill)));
            }
        }
        entries.put(community.code(), offered);
    }

    private static ServiceItemRow row(Entry entry, Node community, Instant at) {
        Item item = entry.item();
        return new ServiceItemRow(
                entry.id(),
                community.id(),
                item.category(),
                item.nameZh(),
                item.nameEn(),
                item.description(),
                item.minutes(),
                item.rate(),
                item.riskNote(),
                at);
    }

    /** The flow pack that all communities follow. */
    long flowPackId() {
        return flowPackId;
    }

    List<Entry> of(Node community) {
        return entries.getOrDefault(community.code(), List.of());
    }

    /** The service with that key of the content. */
    Entry entry(Node community, String key) {
        return of(community).stream()
                .filter(entry -> entry.item().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + key + " in " + community.name()));
    }
}
