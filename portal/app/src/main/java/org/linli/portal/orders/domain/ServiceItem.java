package org.linli.portal.orders.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.portal.brands.BrandRef;
import org.linli.portal.orders.ItemContent;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.problem.DomainException;

/** 服务事项: what a community lets its residents order. Never deleted, because orders point to it; retired instead. */
@Entity
@Table(name = "service_item")
public class ServiceItem {
    @Id
    private long id;

    @Column(name = "community_id")
    private long communityId;

    @Column(name = "category_code")
    private String categoryCode;

    private String name;

    @Column(name = "name_en")
    private String nameEn;

    private String description;

    @Column(name = "expected_minutes")
    private int expectedMinutes;

    @Column(name = "points_rate")
    private long pointsRate;

    @Column(name = "risk_note")
    private String riskNote;

    private boolean active;

    /** The brand that provides it, null for the community's own. */
    @Column(name = "brand_id")
    private @Nullable String brandId;

    @Column(name = "type_code")
    private @Nullable String typeCode;

    /** Whether residents find it in the catalogue. */
    private boolean orderable = true;

    /** A flow of its own, null for the community's. */
    @Column(name = "flow_pack_id")
    private @Nullable Long flowPackId;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "service_item_skill", joinColumns = @JoinColumn(name = "item_id"))
    @Column(name = "skill_code")
    private Set<String> skills = new TreeSet<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected ServiceItem() {}

    /** A new item of that community, to be ordered at once. */
    public ServiceItem(long communityId, ItemContent content, Instant now) {
        this.id = Ids.next();
        this.communityId = communityId;
        this.active = true;
        this.createdAt = now;
        change(content);
    }

    /** An order type of a brand, with the brand's flow. */
    public static ServiceItem ofBrand(BrandRef brand, String typeCode, ItemContent content, Instant now) {
        ServiceItem item = new ServiceItem(brand.communityId(), content, now);
        item.brandId = brand.brandId();
        item.typeCode = typeCode;
        return item;
    }

    /** How orders of this type go, for items of brands. */
    public void follow(long packId, boolean forResidents) {
        this.flowPackId = packId;
        this.orderable = forResidents;
    }

    /** New content; orders placed already keep their minutes and rate. */
    public final void change(ItemContent content) {
        this.categoryCode = content.categoryCode();
        this.name = content.name();
        this.nameEn = content.nameEn();
        this.description = content.description();
        this.expectedMinutes = content.expectedMinutes();
        this.pointsRate = content.pointsRate();
        this.riskNote = content.riskNote();
        this.skills.clear();
        this.skills.addAll(content.skills());
    }

    /** No longer to be ordered. */
    public void retire() {
        this.active = false;
    }

    /** To be ordered again. */
    public void offerAgain() {
        this.active = true;
    }

    /** Refuses when residents cannot order it any more. */
    public void requireListed() {
        if (!isListed()) {
            throw DomainException.conflict("orders.item-retired", name);
        }
    }

    public long id() {
        return id;
    }

    public long communityId() {
        return communityId;
    }

    public String name() {
        return name;
    }

    /** May be empty. */
    public String nameEn() {
        return nameEn;
    }

    public @Nullable String brandId() {
        return brandId;
    }

    public @Nullable String typeCode() {
        return typeCode;
    }

    /** Whether residents may order it now. */
    public boolean isListed() {
        return active && orderable;
    }

    public @Nullable Long flowPackId() {
        return flowPackId;
    }

    public boolean isActive() {
        return active;
    }

    public int expectedMinutes() {
        return expectedMinutes;
    }

    public long pointsRate() {
        return pointsRate;
    }

    /** What it says now. */
    public ItemContent content() {
        return new ItemContent(categoryCode, name, nameEn, description, expectedMinutes, pointsRate, riskNote, skills);
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
