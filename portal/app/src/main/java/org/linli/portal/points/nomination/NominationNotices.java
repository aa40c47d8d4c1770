package org.linli.portal.points.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.portal.notices.Notice;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.amount.Points;

/** Tells those concerned what became of a nomination, and those who decide that they are asked. */
@ApplicationScoped
class NominationNotices {
    private final Notices notices;
    private final People people;

    @Inject
    NominationNotices(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    /** The panel is to vote. */
    void toVote(Nomination nomination) {
        Set<Long> panel = NominationDesk.PANEL.stream()
                .flatMap(role -> people.holders(role, nomination.communityId()).stream())
                .collect(Collectors.toSet());
        panel.removeAll(nomination.people().ids());
        panel.forEach(person -> send(person, "nomination-vote", nomination, List.of(nominee(nomination))));
    }

    /** The panel agreed. */
    void announced(Nomination nomination, Nomination.Announced announced) {
        List<String> arguments = List.of(nominee(nomination), announced.until().toString());
        nomination.people().ids().forEach(person -> send(person, "nomination-announced", nomination, arguments));
    }

    /** The panel did not agree. */
    void rejected(Nomination nomination) {
        send(nomination.people().nominator().id(), "nomination-rejected", nomination, List.of(nominee(nomination)));
    }

    /** The administrators are to decide about an objection. */
    void objected(Nomination nomination, long by) {
        people.holders(Role.COMMUNITY_ADMIN, nomination.communityId())
                .forEach(person -> notices.send(new Notice(
                        person,
                        "nomination-objected",
                        List.of(nominee(nomination)),
                        link(nomination),
                        "nomination:" + nomination.id() + ":objection:" + by)));
    }

    /** The administrator decided. */
    void decided(Nomination nomination, Objection objection, boolean upheld, String answer) {
        String code = upheld ? "nomination-overturned" : "objection-dismissed";
        Stream<Long> told = upheld
                ? Stream.concat(nomination.people().ids().stream(), Stream.of(objection.raisedBy()))
                : Stream.of(objection.raisedBy());
        told.distinct().forEach(person -> send(person, code, nomination, List.of(nominee(nomination), answer)));
    }

    /** The points are there. */
    void paid(Nomination nomination, Nomination.Announced announced) {
        List<String> arguments = List.of(nominee(nomination), Points.format(announced.bonus()));
        nomination.people().ids().forEach(person -> send(person, "nomination-paid", nomination, arguments));
    }

    private void send(long person, String code, Nomination nomination, List<String> arguments) {
        notices.send(
                new Notice(person, code, arguments, link(nomination), "nomination:" + nomination.id() + ":" + code));
    }

    private static String link(Nomination nomination) {
        return "/nomination.xhtml?id=" + nomination.id();
    }

    private static String nominee(Nomination nomination) {
        return nomination.people().nominee().name();
    }
}
