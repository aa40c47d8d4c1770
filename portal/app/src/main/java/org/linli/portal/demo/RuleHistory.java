package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.linli.portal.demo.OrderRows.ServiceRecordRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.PointsRows.PointsRuleRow;
import org.linli.portal.demo.PointsRows.ServicePointsRow;
import org.linli.portal.demo.Tree.Node;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.points.ServicePayment.Earning;
import org.linli.portal.points.ServiceRule;

/** The points rules of the communities: the built-in one, and since some weeks an edition of their own. */
final class RuleHistory {
    private static final int WEEKS = 5;
    private static final int DRAFTED_BEFORE_DAYS = 9;

    /** Better proof counts more, and nominations have a bonus; a cap that nobody has reached so far. */
    private static final String FIRST = "{\"dayCap\":12000,\"monthCap\":0,\"minimumShare\":0,"
            + "\"weights\":{\"A\":110,\"B\":100,\"C\":100,\"D\":100,\"E\":80},"
            + "\"bonuses\":{\"GOOD_DEED\":1000,\"ROLE_MODEL\":2000},\"items\":[]}";

    private final Scene scene;
    private final People people;
    private final LocalDate since;

    RuleHistory(Scene scene, People people) {
        this.scene = scene;
        this.people = people;
        this.since = scene.period().today().minusWeeks(WEEKS);
    }

    /** Publishes the edition of every community. */
    RuleHistory publish(Iterable<Node> communities) {
        Instant made = Period.at(since, 10 * 60).minus(Duration.ofDays(DRAFTED_BEFORE_DAYS));
        for (Node community : communities) {
            scene.rows()
                    .add(new PointsRuleRow(
                            scene.ids().at(made),
                            community.id(),
                            1,
                            since,
                            FIRST,
                            "鼓励开始和结束都用码，证据更硬；好人好事有奖励",
                            people.holder("COMMUNITY_ADMIN", community).id(),
                            made));
        }
        return this;
    }

    /** What that service earns, by the edition of its day. */
    Earning earning(ServiceRecorded service, String confirmer) {
        ServiceRule rule = ServiceRule.day(service).isBefore(since) ? ServiceRule.builtIn() : ServiceRule.of(1, FIRST);
        return rule.earning(service, 0, 0, confirmer);
    }

    /** Keeps what it earned. */
    void paid(Person volunteer, ServiceRecordRow served, Earning earning) {
        scene.rows()
                .add(new ServicePointsRow(
                        served.id(),
                        served.communityId(),
                        volunteer.id(),
                        earning.servedOn(),
                        earning.receipt().edition(),
                        earning.amount()));
    }
}
