package org.linli.portal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.Tree.Node;

/** Who lives and works where. */
final class People {
    private final Map<String, List<Person>> residents = new HashMap<>();
    private final Map<String, List<Volunteer>> volunteers = new HashMap<>();
    private final Map<String, Person> staff = new HashMap<>();
    private final Map<String, Person> signIns = new HashMap<>();

    record Person(long id, Node community, Node home, String name, String address, Instant since) {
        boolean isKnownAt(Instant instant) {
            return since.isBefore(instant);
        }

        LocalDate sinceDay() {
            return LocalDate.ofInstant(since, Period.ZONE);
        }
    }

    /** Somebody who serves: what they can and when they are free. */
    record Volunteer(Person person, Set<String> skills, List<Free> free) {
        long id() {
            return person.id();
        }

        boolean can(List<String> required) {
            return skills.containsAll(required);
        }
    }

    /**
     * Free hours of each week.
     *
     * @param weekday 1 Monday to 7 Sunday
     */
    record Free(int weekday, int fromMinute, int toMinute) {}

    void addResident(Person person) {
        residents
                .computeIfAbsent(person.community().code(), code -> new ArrayList<>())
                .add(person);
    }

    void addVolunteer(Volunteer volunteer) {
        volunteers
                .computeIfAbsent(volunteer.person().community().code(), code -> new ArrayList<>())
                .add(volunteer);
    }

    /** Puts a person into an office at a unit. */
    void appoint(String role, Node unit, Person person) {
        staff.put(role + " " + unit.code(), person);
    }

    void addSignIn(String login, Person person) {
        signIns.put(login, person);
    }

    /** Those who order and do not serve. */
    List<Person> residents(Node community) {
        return residents.getOrDefault(community.code(), List.of());
    }

    List<Volunteer> volunteers(Node community) {
        return volunteers.getOrDefault(community.code(), List.of());
    }

    /** Who holds an office at a unit. */
    Person holder(String role, Node unit) {
        return known(staff.get(role + " " + unit.code()), role + " of " + unit.code());
    }

    boolean isHeld(String role, Node unit) {
        return staff.containsKey(role + " " + unit.code());
    }

    Person signedInAs(String login) {
        return known(signIns.get(login), login);
    }

    Volunteer volunteerSignedInAs(String login) {
        Person person = signedInAs(login);
        return volunteers(person.community()).stream()
                .filter(volunteer -> volunteer.id() == person.id())
                .findFirst()
                .orElseThrow();
    }

    private static Person known(@Nullable Person person, String what) {
        if (person == null) {
            throw new IllegalArgumentException("nobody is " + what);
        }
        return person;
    }
}
