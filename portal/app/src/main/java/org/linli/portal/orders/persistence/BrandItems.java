package org.linli.portal.orders.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.ItemContent;
import org.linli.portal.orders.domain.ServiceItem;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;

/** Catalogue items that brands provide, and the flows of their types. */
@ApplicationScoped
public class BrandItems {
    private final EntityManager entities;
    private final Sql sql;
    private final Clock clock;

    @Inject
    public BrandItems(EntityManager entities, Sql sql, Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.clock = clock;
    }

    /** All items of a brand in a community, retired ones too. */
    public List<ServiceItem> of(BrandRef brand) {
        return entities.createQuery(
                        "SELECT i FROM ServiceItem i WHERE i.communityId = ?1 AND i.brandId = ?2", ServiceItem.class)
                .setParameter(1, brand.communityId())
                .setParameter(2, brand.brandId())
                .getResultList();
    }

    public Optional<ServiceItem> find(BrandRef brand, String type) {
        return of(brand).stream().filter(item -> type.equals(item.typeCode())).findFirst();
    }

    /** That name, or with the type's code behind it when an item of somebody else has it. */
    public String freeName(BrandRef brand, String type, String name) {
        long taken = sql.number(
                "SELECT COUNT(*) FROM service_item WHERE community_id = ? AND name = ?"
                        + " AND NOT (brand_id <=> ? AND type_code <=> ?)",
                brand.communityId(),
                name,
                brand.brandId(),
                type);
        return taken == 0 ? name : name + " (" + brand.brandId() + ")";
    }

    /** The edition of that pack with exactly those stages; a new one when the newest says something else. */
    public long pack(String code, ItemContent content, String stages) {
        record Edition(long id, int number, String stages) {}
        Optional<Edition> newest = sql.first(
                "SELECT id, edition, stages FROM flow_pack WHERE code = ? ORDER BY edition DESC LIMIT 1",
                row -> new Edition(row.number(1), row.integer(2), row.text(3)),
                code);
        if (newest.isPresent() && newest.get().stages().equals(stages)) {
            return newest.get().id();
        }
        long id = Ids.next();
        sql.update(
                "INSERT INTO flow_pack (id, code, edition, name_zh, name_en, stages, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                code,
                newest.map(e -> e.number() + 1).orElse(1),
                content.name(),
                content.nameEn(),
                stages,
                clock.instant());
        return id;
    }
}
