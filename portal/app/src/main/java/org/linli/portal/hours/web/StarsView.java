package org.linli.portal.hours.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.hours.StarDesk;
import org.linli.portal.hours.StarScale;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** Hours for the stars of a district. */
@Named("starsView")
@ViewScoped
public class StarsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient StarDesk desk;

    @Inject
    private transient PageMessages messages;

    private transient @Nullable List<OrgUnitView> districts;
    private @Nullable String district;
    private long version;
    private List<Level> levels = List.of();

    /** One star's hours as they are typed; no record, because pages write it. */
    public static final class Level implements Serializable {
        private static final long serialVersionUID = 1L;
        private final int star;
        private @Nullable Integer hours;

        Level(int star, int hours) {
            this.star = star;
            this.hours = hours;
        }

        public int getStar() {
            return star;
        }

        public @Nullable Integer getHours() {
            return hours;
        }

        public void setHours(@Nullable Integer hours) {
            this.hours = hours;
        }
    }

    /** Reads the scale of the chosen district, or of the first. */
    public void load() {
        if ((district == null || district.isBlank()) && !getDistricts().isEmpty()) {
            district = String.valueOf(getDistricts().get(0).id());
        }
        if (district == null || district.isBlank()) {
            return;
        }
        StarScale scale = desk.of(Id.ofPath(district));
        version = scale.version();
        levels = new ArrayList<>();
        for (int i = 0; i < scale.hours().size(); i++) {
            levels.add(new Level(i + 1, scale.hours().get(i)));
        }
    }

    /** Changes it. */
    public String save() {
        List<@Nullable Integer> hours = new ArrayList<>();
        levels.forEach(level -> hours.add(level.getHours()));
        desk.change(Id.ofPath(String.valueOf(district)), version, hours);
        messages.done("hours.stars.done");
        return "/admin/stars.xhtml?faces-redirect=true&district=" + district;
    }

    /** The districts that the caller may set levels for. */
    public List<OrgUnitView> getDistricts() {
        if (districts == null) {
            districts = desk.kept();
        }
        return districts;
    }

    public List<Level> getLevels() {
        return levels;
    }

    public @Nullable String getDistrict() {
        return district;
    }

    public void setDistrict(@Nullable String district) {
        this.district = district;
    }
}
