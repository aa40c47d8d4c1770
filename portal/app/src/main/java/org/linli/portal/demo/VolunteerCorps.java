package org.linli.portal.demo;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.portal.demo.CommunityRows.TeamMemberRow;
import org.linli.portal.demo.CommunityRows.VolunteerAvailabilityRow;
import org.linli.portal.demo.CommunityRows.VolunteerRow;
import org.linli.portal.demo.CommunityRows.VolunteerSkillRow;
import org.linli.portal.demo.DemoContent.Profile;
import org.linli.portal.demo.DemoContent.TeamEntry;
import org.linli.portal.demo.People.Free;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;

/** Gives volunteers their skills, free hours and teams. */
final class VolunteerCorps {
    private static final int HOUR = 60;

    private final Scene scene;
    private final Tree tree;
    private final People people;
    private final Chance chance = new Chance("volunteers");
    private final Set<Long> led = new LinkedHashSet<>();

    VolunteerCorps(Scene scene, Tree tree, People people) {
        this.scene = scene;
        this.tree = tree;
        this.people = people;
    }

    /** Makes a person a volunteer after that profile. */
    void enlist(Person person, Profile profile) {
        Volunteer volunteer = describe(person, profile);
        joinTeams(volunteer, person.sinceDay());
        people.addVolunteer(volunteer);
    }

    /** What somebody says who wants to be a volunteer: the skills of the profile and up to two more, free hours. */
    Volunteer describe(Person person, Profile profile) {
        Set<String> skills = new LinkedHashSet<>(profile.skills());
        int more = chance.between(0, 2);
        for (int i = 0; i < more; i++) {
            skills.add(chance.oneOf(scene.content().skills()).code());
        }
        Volunteer volunteer = new Volunteer(person, skills, free(profile.free()));
        LocalDate joined = person.sinceDay();
        scene.rows().add(new VolunteerRow(person.id(), false, scene.content().answer("INTRO", chance), joined));
        skills.forEach(skill -> scene.rows().add(new VolunteerSkillRow(person.id(), skill)));
        volunteer.free().forEach(hours -> scene.rows()
                .add(new VolunteerAvailabilityRow(person.id(), hours.weekday(), hours.fromMinute(), hours.toMinute())));
        return volunteer;
    }

    private static List<Free> free(String kind) {
        return switch (kind) {
            case "daytime" -> weekly(new Free(1, 8 * HOUR + 30, 18 * HOUR), 6);
            case "evenings" -> weekly(new Free(1, 17 * HOUR + 30, 21 * HOUR + 30), 7);
            case "weekends" -> weekly(new Free(6, 8 * HOUR + 30, 20 * HOUR), 7);
            default -> throw new IllegalArgumentException("unknown free time " + kind);
        };
    }

    /** The same hours from one weekday to another. */
    private static List<Free> weekly(Free first, int lastDay) {
        return IntStream.rangeClosed(first.weekday(), lastDay)
                .mapToObj(day -> new Free(day, first.fromMinute(), first.toMinute()))
                .toList();
    }

    /** The team of the community, often one of a department too; some women of 旺家 the fire brigade. */
    private void joinTeams(Volunteer volunteer, LocalDate joined) {
        String community = volunteer.person().community().code();
        join(tree.team("T3-" + community), volunteer, joined);
        if (chance.happens(0.3)) {
            List<TeamEntry> sections = scene.content().teams().stream()
                    .filter(team -> team.kind().equals("SECTION"))
                    .toList();
            join(tree.team(chance.oneOf(sections).code()), volunteer, joined);
        }
        if (community.equals("RS0102") && volunteer.skills().contains("fire")) {
            join(tree.team("T3-RS0102-F"), volunteer, joined);
        }
    }

    private void join(long team, Volunteer volunteer, LocalDate joined) {
        scene.rows().add(new TeamMemberRow(team, volunteer.id(), led.add(team), joined));
    }
}
