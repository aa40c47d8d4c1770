package org.linli.portal.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.activities.Agenda.Cursor;
import org.linli.portal.activities.persistence.Calendar;
import org.linli.portal.activities.persistence.CheckIns;
import org.linli.portal.activities.persistence.SeriesRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.people.PersonView;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;

/** Reads the calendar: for everybody of the community, for those on a list, for those who see to it. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ActivityQueries {
    private static final Duration LOOKED_BACK = Duration.ofDays(60);
    private static final int MOST_FOUND = 10;

    private final Caller caller;
    private final ActivityRights rights;
    private final Calendar calendar;
    private final SeriesRows series;
    private final CheckIns checkIns;
    private final People people;
    private final Clock clock;

    @Inject
    ActivityQueries(
            Caller caller,
            ActivityRights rights,
            Calendar calendar,
            SeriesRows series,
            CheckIns checkIns,
            People people,
            Clock clock) {
        this.caller = caller;
        this.rights = rights;
        this.checkIns = checkIns;
        this.calendar = calendar;
        this.series = series;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Dates in order of time. What nobody may sign up for is shown to those on the list and to staff.
     *
     * @throws DomainException 404 out of scope
     */
    public Page<Activity> agenda(Agenda agenda, Cursor after, int limit) {
        long community = agenda.communityId() == null ? caller.communityId() : agenda.communityId();
        caller.requireSees(community);
        Calendar.Reader reader = new Calendar.Reader(community, caller.personId(), rights.plansIn(community));
        List<Activity> rows = calendar.agenda(reader, agenda, after, limit + 1);
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        Activity last = rows.get(limit - 1);
        return new Page<>(rows.subList(0, limit), new Cursor(last.plan().startsAt(), last.id()).text());
    }

    /**
     * One date.
     *
     * @throws DomainException 404
     */
    public Activity one(long id) {
        return rights.visible(id);
    }

    /** How the caller stands to those dates. */
    public Map<Long, PersonState> mine(Collection<Long> ids) {
        return calendar.states(caller.personId(), ids);
    }

    /** How the caller stands to a date; empty when they never were on its list. */
    public Optional<PersonState> mine(long id) {
        return Optional.ofNullable(mine(List.of(id)).get(id));
    }

    /** Whether the caller may sign up for it now. */
    public boolean maySignUp(Activity activity) {
        return activity.takesSignUps(clock.instant()) && activity.communityId() == caller.communityId();
    }

    /** Whether the caller sees to it. */
    public boolean manages(Activity activity) {
        return rights.manages(activity);
    }

    /** Whether the caller plans in that community. */
    public boolean plansIn(long communityId) {
        return rights.plansIn(communityId);
    }

    /**
     * Who is on the list, for those who see to it.
     *
     * @throws DomainException 404, 403
     */
    public List<ActivityPerson> people(long id) {
        rights.managed(id);
        return calendar.people(List.of(id)).getOrDefault(id, List.of());
    }

    /**
     * The digits of the check-in, for those who see to the date; empty until it is open.
     *
     * @throws DomainException 404, 403
     */
    public Optional<String> checkInCode(long id) {
        rights.managed(id);
        return checkIns.code(id);
    }

    /**
     * Who has checked in, for those who see to the date.
     *
     * @throws DomainException 404, 403
     */
    public Set<Long> checkedIn(long id) {
        rights.managed(id);
        return checkIns.people(id);
    }

    /** Whether the caller has checked in at that date. */
    public boolean iCheckedIn(long id) {
        rights.visible(id);
        return checkIns.people(id).contains(caller.personId());
    }

    /** Whether the caller could check in now with the digits. */
    public boolean mayCheckIn(Activity activity) {
        return activity.communityId() == caller.communityId()
                && CheckInDesk.isAround(activity, clock.instant())
                && checkIns.code(activity.id()).isPresent();
    }

    /** Whether the check-in of a date can be opened or shown now. */
    public boolean isCheckInTime(Activity activity) {
        return CheckInDesk.isAround(activity, clock.instant());
    }

    /**
     * People of the community who fit what was typed, for those who see to that date.
     *
     * @throws DomainException 404, 403
     */
    public List<PersonView> candidates(long id, String text) {
        return people.search(rights.managed(id).communityId(), text, MOST_FOUND);
    }

    /**
     * Dates that have begun and wait for who came to be recorded, latest first, for staff.
     *
     * @throws DomainException 403
     */
    public List<Activity> unrecorded() {
        Instant now = clock.instant();
        return calendar.unrecorded(workplace(), now.minus(LOOKED_BACK), now);
    }

    /**
     * The community in which the caller plans.
     *
     * @throws DomainException 403 when they plan nowhere
     */
    public long workplace() {
        return rights.planningIn(null);
    }

    /**
     * The community's own series that go on, for its staff.
     *
     * @param communityId null for where the caller works
     * @throws DomainException 404, 403
     */
    public Page<Series> series(@Nullable Long communityId, Window window) {
        long community = rights.planningIn(communityId);
        return Page.of(series.own(community, window), window, Series::id);
    }

    /**
     * One series, for staff of its community.
     *
     * @throws DomainException 404, 403
     */
    public Series series(long id) {
        caller.identity();
        Series found =
                series.find(id).filter(one -> caller.sees(one.communityId())).orElseThrow(DomainException::notFound);
        caller.require(ActivityRights.STAFF, found.communityId());
        return found;
    }

    /** Now, to say what is over. */
    public Instant now() {
        return clock.instant();
    }
}
