package org.linli.portal.activities.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityDesk;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.Series;
import org.linli.portal.activities.SeriesDesk;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.people.Teams;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.rest.Id;
import org.linli.portal.platform.web.PageMessages;

/** Plans a date or a series, or changes the plan of one. */
@Named("planView")
@ViewScoped
public class PlanView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ActivityQueries queries;

    @Inject
    private transient ActivityDesk desk;

    @Inject
    private transient SeriesDesk seriesDesk;

    @Inject
    private transient Teams teams;

    @Inject
    private transient PageMessages messages;

    /** The same until the page is left: a double click plans once. */
    private final long newId = Ids.next();

    private @Nullable String id;
    private @Nullable String series;
    private long version;
    private long communityId;
    private List<Long> assigned = List.of();
    private PlanForm form = new PlanForm();
    private @Nullable String reason;

    /** Reads what is to be changed, or begins with nothing. */
    public void load() {
        if (series != null && !series.isBlank()) {
            Series found = queries.series(Id.ofPath(series));
            version = found.version();
            communityId = found.communityId();
            assigned = found.assigned();
            form = PlanForm.of(found);
        } else if (isChange()) {
            Activity found = queries.one(Id.ofPath(String.valueOf(id)));
            version = found.version();
            communityId = found.communityId();
            form = PlanForm.of(found.plan());
        } else {
            communityId = queries.workplace();
        }
    }

    /** Keeps what was typed. */
    public String save() {
        Recurrence recurrence = form.recurrence();
        if (isOfSeries() && recurrence != null) {
            seriesDesk.change(Id.ofPath(String.valueOf(series)), version, series(recurrence));
        } else if (isChange()) {
            Activity changed = desk.change(Id.ofPath(String.valueOf(id)), version, form.input());
            messages.done("activities.done.saved", changed.plan().title());
            return "/activity.xhtml?faces-redirect=true&id=" + changed.id();
        } else if (recurrence != null) {
            seriesDesk.plan(newId, communityId, series(recurrence));
        } else {
            desk.plan(newId, communityId, form.input(), List.of());
        }
        messages.done("activities.done.saved", String.valueOf(form.getTitle()));
        return "/admin/activities.xhtml?faces-redirect=true";
    }

    /** The series goes on no longer. */
    public String end() {
        Series ended = seriesDesk.end(Id.ofPath(String.valueOf(series)), reason);
        messages.done("activities.done.ended", ended.plan().title());
        return "/admin/activities.xhtml?faces-redirect=true";
    }

    private SeriesDesk.SeriesInput series(Recurrence recurrence) {
        return new SeriesDesk.SeriesInput(form.input(), recurrence, assigned);
    }

    /** Teams of the community. */
    public List<Teams.Team> getTeams() {
        return teams.list().stream()
                .filter(team -> team.unitId() == communityId)
                .toList();
    }

    public boolean isChange() {
        return id != null && !id.isBlank();
    }

    public boolean isOfSeries() {
        return series != null && !series.isBlank();
    }

    public long getCommunityId() {
        return communityId;
    }

    public PlanForm getForm() {
        return form;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getSeries() {
        return series;
    }

    public void setSeries(@Nullable String series) {
        this.series = series;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
