package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.platform.time.Clocks;

/** Tells people what concerns their dates; whoever did it is not told. */
@ApplicationScoped
class ActivityNotices {
    /** Read the same in every language. */
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Notices notices;

    @Inject
    ActivityNotices(Notices notices) {
        this.notices = notices;
    }

    void assigned(Collection<Long> people, Activity activity, Act act) {
        send("activity-assigned", people, activity, act);
    }

    void takenOff(Collection<Long> people, Activity activity, Act act) {
        send("activity-taken-off", people, activity, act);
    }

    void cancelled(Collection<Long> people, Activity activity, Act act) {
        send("activity-cancelled", people, activity, act);
    }

    void movedUp(Collection<Long> people, Activity activity, Act act) {
        send("activity-moved-up", people, activity, act);
    }

    /** Time or place are others. */
    void changed(Collection<Long> people, Activity activity, Act act) {
        send("activity-changed", people, activity, act);
    }

    /** Its brand is laid down for now. */
    void paused(Collection<Long> people, Activity activity, Act act) {
        send("activity-paused", people, activity, act);
    }

    void resumed(Collection<Long> people, Activity activity, Act act) {
        send("activity-resumed", people, activity, act);
    }

    private void send(String code, Collection<Long> people, Activity activity, Act act) {
        if (act.quiet()) {
            return;
        }
        List<String> arguments =
                List.of(activity.plan().title(), when(activity.plan().startsAt()));
        // the same happens to a date more than once: each time is a fact of its own
        String fact = "activity:" + activity.id() + ":" + code + ":" + act.at().toEpochMilli();
        for (Long person : people) {
            if (!person.equals(act.by())) {
                notices.send(new Notice(person, code, arguments, "/activity.xhtml?id=" + activity.id(), fact));
            }
        }
    }

    private static String when(Instant startsAt) {
        return WHEN.format(startsAt.atZone(Clocks.ZONE));
    }
}
