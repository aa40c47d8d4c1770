package org.linli.portal.activities.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Activity;
import org.linli.portal.activities.ActivityDesk;
import org.linli.portal.activities.ActivityPerson;
import org.linli.portal.activities.ActivityQueries;
import org.linli.portal.activities.CheckInDesk;
import org.linli.portal.activities.PersonState;
import org.linli.portal.activities.domain.Attendance;
import org.linli.portal.people.PersonView;
import org.linli.portal.platform.web.PageMessages;

/** What those who see to a date do on its page: who is on it, who came, cancel. */
@Named("activityStaff")
@ViewScoped
public class ActivityStaff implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ActivityQueries queries;

    @Inject
    private transient ActivityDesk desk;

    @Inject
    private transient CheckInDesk checkInDesk;

    @Inject
    private transient PageMessages messages;

    private long id;
    private List<AttendanceLine> lines = new ArrayList<>();
    private int usual;
    private @Nullable Integer heads;
    private @Nullable String journal;
    private @Nullable String reason;
    private @Nullable String text;

    /** Prepares the forms for those who see to the date. */
    public void prepare(Activity activity) {
        id = activity.id();
        if (!activity.isPlanned() || !queries.manages(activity)) {
            return;
        }
        usual = (int) Math.max(1, activity.plan().length().toMinutes());
        lines = new ArrayList<>();
        Set<Long> there = queries.checkedIn(id);
        for (ActivityPerson one : queries.people(id)) {
            boolean came = there.isEmpty() ? one.state() != PersonState.WAITING : there.contains(one.personId());
            lines.add(new AttendanceLine(one.personId(), one.name(), came, usual));
        }
    }

    /** Opens the check-in. */
    public String openCheckIn() {
        checkInDesk.open(id);
        return page();
    }

    /** The digits to be shown, empty until it is open. */
    public String getCheckInCode() {
        return queries.checkInCode(id).orElse("");
    }

    /** How many have checked in. */
    public int getCheckedIn() {
        return queries.checkedIn(id).size();
    }

    /** Who is on the list. */
    public List<ActivityPerson> getPeople() {
        return queries.people(id);
    }

    /** People of the community who fit what was typed. */
    public List<PersonView> getFound() {
        return text == null || text.isBlank() ? List.of() : queries.candidates(id, text);
    }

    /** Puts somebody on it. */
    public String assign(long personId) {
        List<Long> assigned = new ArrayList<>(desk.assigned(id));
        assigned.add(personId);
        return assigned(assigned);
    }

    /** Takes somebody off it. */
    public String takeOff(long personId) {
        List<Long> assigned = new ArrayList<>(desk.assigned(id));
        assigned.remove(personId);
        return assigned(assigned);
    }

    private String assigned(List<Long> people) {
        desk.assign(id, people);
        messages.done("activities.done.assigned");
        return page();
    }

    /** Adds somebody who came without being on the list. */
    public void addLine(PersonView person) {
        if (lines.stream().noneMatch(line -> line.getPersonId() == person.id())) {
            lines.add(new AttendanceLine(person.id(), person.name(), true, usual));
        }
        text = null;
    }

    /** Records who came. */
    public String finish() {
        Map<Long, Integer> minutes = new HashMap<>();
        for (AttendanceLine line : lines) {
            Integer attended = line.getMinutes();
            if (line.isCame()) {
                minutes.put(line.getPersonId(), attended == null ? usual : attended);
            }
        }
        desk.finish(id, new Attendance(minutes, heads, journal == null ? "" : journal.strip()));
        messages.done("activities.done.finished");
        return page();
    }

    /** Cancels it. */
    public String cancel() {
        desk.cancel(id, reason);
        messages.done("activities.done.cancelled");
        return page();
    }

    private String page() {
        return "/activity.xhtml?faces-redirect=true&id=" + id;
    }

    public List<AttendanceLine> getLines() {
        return lines;
    }

    public @Nullable Integer getHeads() {
        return heads;
    }

    public void setHeads(@Nullable Integer heads) {
        this.heads = heads;
    }

    public @Nullable String getJournal() {
        return journal;
    }

    public void setJournal(@Nullable String journal) {
        this.journal = journal;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
