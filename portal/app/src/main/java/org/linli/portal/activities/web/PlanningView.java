package org.linli.portal.activities.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.Agenda;
import org.linli.portal.activities.Series;
import org.linli.portal.platform.rest.Window;

/** What staff plan: dates to be recorded, those of the next days, series that go on. */
@Named("planningView")
@RequestScoped
public class PlanningView {
    private static final Duration NEXT = Duration.ofDays(14);
    private static final int MOST = 50;

    private final ActivityQueries queries;
    private List<Activity> unrecorded = List.of();
    private List<Activity> next = List.of();
    private List<Series> series = List.of();

    @Inject
    public PlanningView(ActivityQueries queries) {
        this.queries = queries;
    }

    /** Reads what the page shows. */
    public void load() {
        long community = queries.workplace();
        Instant now = queries.now();
        unrecorded = queries.unrecorded();
        next =
                queries
                        .agenda(new Agenda(community, now, now.plus(NEXT), null, false), Agenda.Cursor.START, MOST)
                        .items()
                        .stream()
                        .filter(Activity::isPlanned)
                        .toList();
        series = queries.series(community, Window.of(null, MOST)).items();
    }

    public List<Activity> getUnrecorded() {
        return unrecorded;
    }

    public List<Activity> getNext() {
        return next;
    }

    public List<Series> getSeries() {
        return series;
    }
}
