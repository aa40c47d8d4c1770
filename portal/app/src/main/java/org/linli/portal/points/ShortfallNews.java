package org.linli.portal.points;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;
import org.linli.portal.points.EarnedPoints.Paid;

/** Who hears of points of reversed records: the volunteer, and the administrators of what could not be taken back. */
@ApplicationScoped
class ShortfallNews {
    private final Notices notices;
    private final PointsNotices volunteers;
    private final People people;

    @Inject
    ShortfallNews(Notices notices, PointsNotices volunteers, People people) {
        this.notices = notices;
        this.volunteers = volunteers;
        this.people = people;
    }

    void takenBack(long transactionId, Paid paid, String why) {
        volunteers.reversed(transactionId, paid.personId(), -paid.amount(), why);
    }

    void missing(long recordId, Paid paid) {
        String name = people.names(List.of(paid.personId())).getOrDefault(paid.personId(), "");
        for (long admin : people.holders(Role.COMMUNITY_ADMIN, paid.communityId())) {
            notices.send(new Notice(
                    admin,
                    "points-shortfall",
                    List.of(name, Points.format(paid.amount())),
                    "/admin/points-shortfalls.xhtml",
                    "points-shortfall:" + recordId));
        }
    }
}
