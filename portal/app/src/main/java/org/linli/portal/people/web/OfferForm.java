package org.linli.portal.people.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.portal.people.Availability;
import org.linli.portal.people.SignUp;
import org.linli.portal.people.VolunteerView;

/** Skills and hours of a volunteer as a form: each day has a morning, an afternoon and an evening. */
public class OfferForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[][] PARTS = {{8 * 60, 12 * 60}, {12 * 60, 18 * 60}, {18 * 60, 21 * 60}};

    private List<String> skills = new ArrayList<>();
    private List<String> hours = new ArrayList<>();
    private @Nullable String intro;

    /** The form filled with what is known; hours that fit no part of a day are shown where they cover one. */
    static OfferForm of(VolunteerView volunteer) {
        OfferForm form = new OfferForm();
        form.skills = new ArrayList<>(volunteer.skills());
        form.intro = volunteer.intro();
        for (Availability window : volunteer.availability()) {
            for (int part = 0; part < PARTS.length; part++) {
                if (window.fromMinute() <= PARTS[part][0] && window.toMinute() >= PARTS[part][1]) {
                    form.hours.add(window.weekday() + "-" + part);
                }
            }
        }
        return form;
    }

    SignUp.Volunteering offer() {
        List<Availability> windows = new ArrayList<>();
        for (String chosen : hours) {
            int weekday = chosen.charAt(0) - '0';
            int[] part = PARTS[chosen.charAt(2) - '0'];
            windows.add(new Availability(weekday, part[0], part[1]));
        }
        return new SignUp.Volunteering(new HashSet<>(skills), windows, intro);
    }

    public List<String> getSkills() {
        return skills;
    }

    public void setSkills(List<String> skills) {
        this.skills = skills;
    }

    public List<String> getHours() {
        return hours;
    }

    public void setHours(List<String> hours) {
        this.hours = hours;
    }

    public @Nullable String getIntro() {
        return intro;
    }

    public void setIntro(@Nullable String intro) {
        this.intro = intro;
    }
}
