package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** 流程包: one edition of a flow as data. An edition in use is never edited; a change is a new edition. */
@Entity
@Table(name = "flow_pack")
public class FlowPack {
    @Id
    private long id;

    private String code;
    private int edition;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private String stages;

    @Column(name = "created_at")
    private Instant createdAt;

    protected FlowPack() {}

    public long id() {
        return id;
    }

    /** Code and edition, as {@code four@1}. */
    public String label() {
        return code + "@" + edition;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The stages, read anew from their JSON. */
    public FlowStages stages() {
        return FlowStages.parse(stages);
    }
}
