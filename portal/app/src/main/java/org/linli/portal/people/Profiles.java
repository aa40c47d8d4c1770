package org.linli.portal.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.Violations;

/** Rows of volunteer, volunteer_skill and volunteer_availability, in the present transaction. Knows no callers. */
@ApplicationScoped
class Profiles {
    private static final int MAX_INTRO = 300;
    private static final int MAX_SKILLS = 24;

    private final Sql sql;
    private final Volunteers volunteers;

    @Inject
    Profiles(Sql sql, Volunteers volunteers) {
        this.sql = sql;
        this.volunteers = volunteers;
    }

    void check(SignUp.Volunteering offer, Violations violations) {
        Set<String> known = volunteers.skills().stream().map(Skill::code).collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(offer.skills());
        unknown.removeAll(known);
        violations
                .check(unknown.isEmpty(), "skills", "people.unknown-skill", String.join(", ", unknown))
                .check(offer.skills().size() <= MAX_SKILLS, "skills", "people.too-many-skills", MAX_SKILLS)
                .text(offer.intro(), "intro", MAX_INTRO);
        Availability.check(offer.availability(), violations);
    }

    /** Writes the whole profile; whoever was a volunteer before keeps the day of joining. */
    void write(long personId, SignUp.Volunteering offer, LocalDate today) {
        String intro = offer.intro() == null ? "" : offer.intro().strip();
        sql.update(
                "INSERT INTO volunteer (person_id, intro, joined_on) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE intro = ?, version = version + 1",
                personId,
                intro,
                today,
                intro);
        sql.update("DELETE FROM volunteer_skill WHERE person_id = ?", personId);
        offer.skills()
                .forEach(skill -> sql.update(
                        "INSERT INTO volunteer_skill (person_id, skill_code) VALUES (?, ?)", personId, skill));
        sql.update("DELETE FROM volunteer_availability WHERE person_id = ?", personId);
        offer.availability()
                .forEach(window -> sql.update(
                        "INSERT INTO volunteer_availability (person_id, weekday, from_minute, to_minute) VALUES (?, ?, ?, ?)",
                        personId,
                        window.weekday(),
                        window.fromMinute(),
                        window.toMinute()));
    }

    boolean pause(long personId, boolean paused) {
        return sql.update(
                        "UPDATE volunteer SET paused = ?, version = version + 1 WHERE person_id = ?", paused, personId)
                > 0;
    }
}
