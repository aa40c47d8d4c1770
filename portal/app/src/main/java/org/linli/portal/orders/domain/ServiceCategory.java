package org.linli.portal.orders.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A category of the catalogue, the same for all communities. */
@Entity
@Table(name = "service_category")
public class ServiceCategory {
    @Id
    private String code;

    @Column(name = "name_zh")
    private String nameZh;

    @Column(name = "name_en")
    private String nameEn;

    private String icon;
    private int position;

    protected ServiceCategory() {}

    public String code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public String icon() {
        return icon;
    }

    public int position() {
        return position;
    }
}
