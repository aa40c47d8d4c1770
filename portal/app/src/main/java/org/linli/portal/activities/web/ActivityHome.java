package org.linli.portal.activities.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.Agenda;
import org.linli.portal.activities.PersonState;
import org.linli.portal.platform.i18n.Texts;

/** What the home page says of activities: how many dates expect the viewer, and those of the next two days. */
@Named("activityHome")
@RequestScoped
public class ActivityHome {
    private static final Duration AHEAD = Duration.ofDays(30);
    private static final Duration SOON = Duration.ofDays(2);
    private static final int MOST = 3;

    private final ActivityQueries queries;
    private final Texts texts;
    private @Nullable List<Activity> mine;

    @Inject
    public ActivityHome(ActivityQueries queries, Texts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /** A line for the button. */
    public String getNote() {
        return texts.of("activities.home.note", mine().size());
    }

    /** Dates of the next two days. */
    public List<Activity> getSoon() {
        Instant end = queries.now().plus(SOON);
        return mine().stream()
                .filter(activity -> activity.plan().startsAt().isBefore(end))
                .limit(MOST)
                .toList();
    }

    private List<Activity> mine() {
        if (mine == null) {
            Instant now = queries.now();
            Agenda agenda = new Agenda(null, now, now.plus(AHEAD), null, true);
            List<Activity> all = queries.agenda(agenda, Agenda.Cursor.START, 50).items();
            var states = queries.mine(all.stream().map(Activity::id).toList());
            mine = all.stream()
                    .filter(activity -> activity.isPlanned() && states.get(activity.id()) != PersonState.WAITING)
                    .toList();
        }
        return mine;
    }
}
