package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.linli.plugin.Data;
import org.linli.plugin.PointPolicy;
import org.linli.portal.activities.domain.Attendance;
import org.linli.portal.activities.domain.Roster;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandRef;

/** What happens to one date, with all that follows from it: people are told, brands hear of it. Knows no rights. */
@ApplicationScoped
class Settling {
    private final Activities activities;
    private final ActivityNotices notices;
    private final BrandEvents events;

    @Inject
    Settling(Activities activities, ActivityNotices notices, BrandEvents events) {
        this.activities = activities;
        this.notices = notices;
        this.events = events;
    }

    /** Another plan for a date that has not begun; those coming are told when time or place are others. */
    void change(long id, Plan plan, Data data, Act act) {
        Activity date = activities.take(id);
        date.requirePlanned();
        Roster roster = activities.roster(date);
        List<Long> movedUp = roster.resize(plan.capacity(), act.at());
        activities.change(date, plan, data);
        activities.save(date, roster);
        Activity after = activities.find(id).orElseThrow();
        notices.movedUp(movedUp, after, act);
        if (!Planning.sameTimeAndPlace(date.plan(), plan)) {
            notices.changed(roster.coming(), after, act);
        }
    }

    /** These and nobody else are on it. */
    void assign(long id, Collection<Long> people, Act act) {
        Activity date = activities.take(id);
        date.requirePlanned();
        Roster roster = activities.roster(date);
        Roster.Changes changes = roster.assign(people, act.at());
        activities.save(date, roster);
        notices.assigned(changes.added(), date, act);
        notices.takenOff(changes.removed(), date, act);
        notices.movedUp(changes.movedUp(), date, act);
    }

    /** It has taken place. */
    void finish(long id, Attendance attendance, Data data, Act act) {
        Activity date = activities.take(id);
        date.requireFinishable(act.at());
        attendance.check();
        Roster roster = activities.roster(date);
        roster.attended(attendance.minutes(), act.at());
        activities.record(date, roster);
        activities.settle(date, ActivityStatus.FINISHED, attendance.counted(), attendance.journal(), data);
        if (date.brandId() != null && !act.quiet()) {
            finished(new BrandRef(date.brandId(), date.communityId()), date, attendance, data);
        }
    }

    /** It does not take place; those who would have come are told. */
    void cancel(long id, String reason, Act act) {
        Activity date = activities.take(id);
        date.requirePlanned();
        activities.settle(date, ActivityStatus.CANCELLED, 0, reason, date.data());
        notices.cancelled(activities.roster(date).coming(), date, act);
        if (date.brandId() != null && !act.quiet()) {
            BrandRef brand = new BrandRef(date.brandId(), date.communityId());
            events.raise(brand, "activity.cancelled", "activity:" + id + ":cancelled", act.at(), what(date));
        }
    }

    /** A date that a new plan has no place for. */
    void drop(Activity date, Act act) {
        Activity present = activities.take(date.id());
        if (activities.participants(present.id()).isEmpty()) {
            activities.remove(present.id());
        } else {
            cancel(present.id(), "", act);
        }
    }

    private void finished(BrandRef brand, Activity date, Attendance attendance, Data data) {
        events.raise(
                brand,
                "activity.finished",
                "activity:" + date.id() + ":finished",
                date.plan().endsAt(),
                what(date).with("heads", attendance.counted()));
        attendance
                .minutes()
                .forEach((person, minutes) -> events.completed(
                        brand,
                        new PointPolicy.Fact(
                                "activity:" + date.plan().kind(),
                                Long.toString(date.id()),
                                Long.toString(person),
                                minutes,
                                date.plan().endsAt(),
                                data)));
    }

    private static Data what(Activity date) {
        return Data.of(
                "activityId", Long.toString(date.id()), "kind", date.plan().kind());
    }
}
