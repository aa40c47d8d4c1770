package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.demo.GiftRows.NominationRow;
import org.linli.portal.demo.GiftRows.NominationVoteRow;
import org.linli.portal.demo.GiftRows.PersonInNeedRow;
import org.linli.portal.demo.GiftRows.PointsPolicyRow;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.Tree.Node;

/** Rules for points, a person in need and two nominations in the community of the sign-ins. */
final class GoodDeeds {
    private static final int ANNOUNCE_DAYS = 7;
    private static final long ALONE_UP_TO = 5_000;
    private static final int NOTICE_DAYS = 30;
    private static final int MONTHS = 12;

    private final Scene scene;
    private final People people;

    GoodDeeds(Scene scene, People people) {
        this.scene = scene;
        this.people = people;
    }

    void compose() {
        Person volunteer = people.signedInAs("volunteer");
        Node community = volunteer.community();
        Person admin = people.holder("COMMUNITY_ADMIN", community);
        Person resident = people.signedInAs("resident");
        List<Person> neighbours = people.residents(community).stream()
                .filter(person ->
                        person.id() != resident.id() && person.id() != volunteer.id() && person.id() != admin.id())
                .limit(3)
                .toList();
        policy(community, admin);
        inNeed(neighbours.get(0), admin);
        nominated(neighbours.get(1), neighbours.get(2));
        announced(volunteer, resident, neighbours.get(1), admin);
    }

    private void policy(Node community, Person admin) {
        scene.rows()
                .add(new PointsPolicyRow(
                        community.id(),
                        "MONTHS",
                        MONTHS,
                        NOTICE_DAYS,
                        true,
                        true,
                        ALONE_UP_TO,
                        1,
                        ANNOUNCE_DAYS,
                        scene.period().setup(),
                        admin.id(),
                        1));
    }

    private void inNeed(Person neighbour, Person admin) {
        Instant entered = Period.inOfficeHours(scene.period().now().minus(Duration.ofDays(9)));
        LocalDate from = scene.period().today().minusDays(9);
        scene.rows()
                .add(new PersonInNeedRow(
                        scene.ids().at(entered),
                        neighbour.community().id(),
                        neighbour.id(),
                        from,
                        from.plusMonths(6),
                        "术后在家休养，家中困难",
                        "本人当面同意",
                        admin.id(),
                        entered,
                        neighbour.id()));
    }

    private void nominated(Person nominee, Person nominator) {
        Instant at = scene.period().now().minus(Duration.ofHours(20));
        scene.rows()
                .add(new NominationRow(
                        scene.ids().at(at),
                        nominee.community().id(),
                        "ROLE_MODEL",
                        nominee.id(),
                        nominator.id(),
                        at,
                        "十年来天天清早扫楼道，谁家没人就帮着收快递",
                        "NOMINATED",
                        null,
                        null,
                        0,
                        0,
                        null,
                        null,
                        null));
    }

    private void announced(Person nominee, Person nominator, Person seconder, Person admin) {
        Instant at = scene.period().now().minus(Duration.ofDays(4));
        Instant voted = Period.inOfficeHours(at.plus(Duration.ofDays(1)));
        LocalDate from = LocalDate.ofInstant(voted, Period.ZONE);
        long id = scene.ids().at(at);
        scene.rows()
                .add(new NominationRow(
                        id,
                        nominee.community().id(),
                        "GOOD_DEED",
                        nominee.id(),
                        nominator.id(),
                        at,
                        "停电那晚挨家挨户送手电，背三楼的老人下楼",
                        "ANNOUNCED",
                        seconder.id(),
                        at.plus(Duration.ofHours(5)),
                        1,
                        1,
                        from,
                        from.plusDays(ANNOUNCE_DAYS),
                        1_000L));
        scene.rows().add(new NominationVoteRow(id, admin.id(), true, "楼长证实", voted));
    }
}
