package org.linli.portal.orders.web;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.orders.CatalogueItem;
import org.linli.portal.orders.SaveItem;

/** A service item as it is typed; points in points, as people think, not in hundredths. */
public class ItemDraft implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HUNDREDTHS_DIGITS = 2;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int USUAL_MINUTES = 60;

    private final @Nullable Long id;
    private final long version;
    private final boolean active;
    private @Nullable String categoryCode;
    private @Nullable String name;
    private @Nullable String nameEn;
    private @Nullable String description;
    private @Nullable Integer expectedMinutes = USUAL_MINUTES;
    private @Nullable BigDecimal pointsPerHour = BigDecimal.TEN;
    private @Nullable String riskNote;
    private List<String> skills = new ArrayList<>();

    /** A new item. */
    public ItemDraft() {
        this.id = null;
        this.version = 0;
        this.active = true;
    }

    /** An item to be changed. */
    public ItemDraft(CatalogueItem item) {
        this.id = item.id();
        this.version = item.version();
        this.active = item.active();
        this.categoryCode = item.categoryCode();
        this.name = item.name();
        this.nameEn = item.nameEn();
        this.description = item.description();
        this.expectedMinutes = item.expectedMinutes();
        this.pointsPerHour =
                BigDecimal.valueOf(item.pointsRate(), HUNDREDTHS_DIGITS).stripTrailingZeros();
        this.riskNote = item.riskNote();
        this.skills = new ArrayList<>(
                item.skills().stream().map(CatalogueItem.Named::code).toList());
    }

    SaveItem command() {
        return new SaveItem(
                categoryCode, name, nameEn, description, expectedMinutes, hundredths(), riskNote, skills, null);
    }

    /** Hundredths of a point for an hour, null when nothing is typed. */
    public @Nullable Long hundredths() {
        return pointsPerHour == null
                ? null
                : (Long) pointsPerHour.movePointRight(HUNDREDTHS_DIGITS).longValue();
    }

    /** Hundredths of a point for the usual time, as an example. */
    public @Nullable Long usualPoints() {
        Long rate = hundredths();
        return rate == null || expectedMinutes == null ? null : (Long) (rate * expectedMinutes / MINUTES_OF_AN_HOUR);
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable String getCategoryCode() {
        return categoryCode;
    }

    public void setCategoryCode(@Nullable String categoryCode) {
        this.categoryCode = categoryCode;
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

    public @Nullable Integer getExpectedMinutes() {
        return expectedMinutes;
    }

    public void setExpectedMinutes(@Nullable Integer expectedMinutes) {
        this.expectedMinutes = expectedMinutes;
    }

    public @Nullable BigDecimal getPointsPerHour() {
        return pointsPerHour;
    }

    public void setPointsPerHour(@Nullable BigDecimal pointsPerHour) {
        this.pointsPerHour = pointsPerHour;
    }

    public @Nullable String getRiskNote() {
        return riskNote;
    }

    public void setRiskNote(@Nullable String riskNote) {
        this.riskNote = riskNote;
    }

    public List<String> getSkills() {
        return skills;
    }

    public void setSkills(List<String> skills) {
        this.skills = skills;
    }
}
