package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.linli.portal.demo.HoursRows.ServiceBackEntryRow;
import org.linli.portal.demo.HoursRows.ServiceCorrectionRow;
import org.linli.portal.demo.OrderRows.ServiceRecordRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;

/** What waits about hours in the community of the sign-ins: a wish for a correction, a back-entry, an announced one. */
final class HoursHistory {
    private static final Duration ANNOUNCEMENT = Duration.ofDays(7);

    /** Before anybody is served. */
    private static final int EARLY = 5 * 60 + 30;

    private static final int MINUTES = 60;

    private final Scene scene;
    private final People people;

    HoursHistory(Scene scene, People people) {
        this.scene = scene;
        this.people = people;
    }

    void compose() {
        Person volunteer = people.signedInAs("volunteer");
        scene.rows().of(ServiceRecordRow.class).stream()
                .filter(record -> record.volunteerId() == volunteer.id())
                .max(Comparator.comparing(ServiceRecordRow::endedAt))
                .ifPresent(record -> compose(volunteer, record));
    }

    private void compose(Person volunteer, ServiceRecordRow record) {
        Instant asked = scene.period().now().minus(Duration.ofHours(3));
        int minutes = record.minutes() > MINUTES ? record.minutes() - 10 : record.minutes() + 10;
        scene.rows()
                .add(new ServiceCorrectionRow(
                        scene.ids().at(asked),
                        record.communityId(),
                        record.id(),
                        record.id(),
                        volunteer.id(),
                        minutes,
                        "签退时忘了按，时间记得不对",
                        asked,
                        "ASKED"));
        entry(volunteer, record.itemId(), 6, false);
        entry(volunteer, record.itemId(), 9, true);
    }

    private void entry(Person volunteer, long itemId, int daysAgo, boolean announced) {
        Node community = volunteer.community();
        Instant from = Period.at(scene.period().today().minusDays(daysAgo), EARLY);
        Instant entered = Period.inOfficeHours(scene.period().now().minus(Duration.ofDays(2)));
        Instant approved = entered.plus(Duration.ofMinutes(40));
        scene.rows()
                .add(new ServiceBackEntryRow(
                        scene.ids().at(entered),
                        community.id(),
                        volunteer.id(),
                        volunteer.id(),
                        itemId,
                        from,
                        from.plus(Duration.ofMinutes(MINUTES)),
                        MINUTES,
                        announced ? "停电那天送早饭上门，楼长在场，签到表照片已存" : "清早临时上门帮忙，邻居在场，当时没有点单",
                        people.holder("DISPATCHER", community).id(),
                        entered,
                        announced ? "ANNOUNCED" : "ENTERED",
                        announced ? people.holder("COMMUNITY_ADMIN", community).id() : null,
                        announced ? approved : null,
                        announced ? approved.plus(ANNOUNCEMENT) : null));
    }
}
