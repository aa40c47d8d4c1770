package org.linli.portal.community;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.persistence.Ids;

/** 组织节点: a node of the tree (domain.md). Created under a parent, renamed, never moved: paths stay true. */
@Entity
@Table(name = "org_unit")
public class OrgUnit {
    @Id
    private long id;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Enumerated(EnumType.STRING)
    private OrgLevel level;

    private String code;
    private String name;
    private String path;

    @Column(name = "community_id")
    private @Nullable Long communityId;

    @Column(name = "east_m")
    private @Nullable Integer eastMetres;

    @Column(name = "north_m")
    private @Nullable Integer northMetres;

    private @Nullable String phone;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long version;

    protected OrgUnit() {}

    /** A new node under that parent, or a root when the parent is null. */
    OrgUnit(@Nullable OrgUnitView parent, OrgLevel level, String code, String name, Instant now) {
        this.id = Ids.next();
        this.parentId = parent == null ? null : parent.id();
        this.level = level;
        this.code = code;
        this.name = name;
        this.path = (parent == null ? "" : parent.path()) + Long.toString(id, 36) + "/";
        this.communityId = level == OrgLevel.COMMUNITY ? (Long) id : parent == null ? null : parent.communityId();
        this.createdAt = now;
    }

    void rename(String newName) {
        this.name = newName;
    }

    void answerAt(@Nullable String telephone) {
        this.phone = telephone;
    }

    void standAt(OrgUnitView.Position position) {
        this.eastMetres = position.eastMetres();
        this.northMetres = position.northMetres();
    }

    long id() {
        return id;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    OrgUnitView view() {
        OrgUnitView.Position position =
                eastMetres == null || northMetres == null ? null : new OrgUnitView.Position(eastMetres, northMetres);
        return new OrgUnitView(id, parentId, level, code, name, path, communityId, position, phone);
    }
}
