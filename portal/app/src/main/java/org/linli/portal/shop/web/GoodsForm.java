package org.linli.portal.shop.web;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.shop.ItemCommand;
import org.linli.portal.shop.RewardItem;

/** The fields of goods as they are typed. */
public class GoodsForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> ICONS = List.of(
            "gift",
            "shopping-bag",
            "bag",
            "box",
            "home",
            "book",
            "bell",
            "sun",
            "heart",
            "star",
            "phone",
            "settings",
            "certificate");

    private @Nullable String name;
    private @Nullable String nameEn;
    private @Nullable String description;
    private @Nullable String price;
    private String icon = "gift";
    private boolean active = true;

    /** Filled with what is kept of the item. */
    static GoodsForm of(RewardItem item) {
        GoodsForm form = new GoodsForm();
        form.name = item.words().name();
        form.nameEn = item.words().nameEn();
        form.description = item.words().description();
        form.icon = item.words().icon();
        form.price = Points.format(item.price());
        form.active = item.active();
        return form;
    }

    ItemCommand command(Points parsedPrice) {
        return new ItemCommand(name, nameEn, description, icon, parsedPrice);
    }

    /** Icons to choose from, the present one among them. */
    public List<String> getIcons() {
        return ICONS.contains(icon)
                ? ICONS
                : Stream.concat(Stream.of(icon), ICONS.stream()).toList();
    }

    /** Whether it is one of those with a name; goods that were imported may carry another. */
    public boolean usual(String symbol) {
        return ICONS.contains(symbol);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable String getPrice() {
        return price;
    }

    public void setPrice(@Nullable String price) {
        this.price = price;
    }

    public String getIcon() {
        return icon;
    }

    public void setIcon(String icon) {
        this.icon = icon;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
