package org.linli.portal.community;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** 组织节点: a node of the tree (domain.md). Only read here: {@link OrgUnits} and {@link TreeImport} write it. */
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

    protected OrgUnit() {}

    OrgUnitView view() {
        OrgUnitView.Position position =
                eastMetres == null || northMetres == null ? null : new OrgUnitView.Position(eastMetres, northMetres);
        return new OrgUnitView(id, parentId, level, code, name, path, communityId, position, phone);
    }
}
