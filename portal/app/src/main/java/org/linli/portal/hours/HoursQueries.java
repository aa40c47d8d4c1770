package org.linli.portal.hours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.linli.portal.hours.persistence.BackEntryRows;
import org.linli.portal.hours.persistence.CorrectionRows;
import org.linli.portal.hours.persistence.RecordRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.People;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.rest.Page;
import org.linli.portal.platform.rest.Window;
import org.linli.portal.platform.time.Clocks;

/** Reads hours: volunteers their own, staff those of their communities, everybody what is announced to theirs. */
@ApplicationScoped
public class HoursQueries {
    /** What the community may look at and object to. */
    private static final Set<BackEntryStatus> PUBLIC = EnumSet.of(BackEntryStatus.ANNOUNCED, BackEntryStatus.OBJECTED);

    private final Caller caller;
    private final People people;
    private final RecordRows records;
    private final CorrectionRows corrections;
    private final BackEntryRows backEntries;
    private final StarDesk stars;
    private final Clock clock;

    @Inject
    HoursQueries(
            Caller caller,
            People people,
            RecordRows records,
            CorrectionRows corrections,
            BackEntryRows backEntries,
            StarDesk stars,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.records = records;
        this.corrections = corrections;
        this.backEntries = backEntries;
        this.stars = stars;
        this.clock = clock;
    }

    /** The caller's own sums and stars. */
    public MyHours mine() {
        return hours(caller.personId(), caller.communityId());
    }

    /**
     * Those of a volunteer of a community that the caller works in.
     *
     * @throws DomainException 404 out of scope, 403 without a role there
     */
    public MyHours of(long volunteerId) {
        return hours(volunteerId, read(volunteerId));
    }

    private MyHours hours(long person, long community) {
        Instant year = LocalDate.ofInstant(clock.instant(), Clocks.ZONE)
                .withDayOfYear(1)
                .atStartOfDay(Clocks.ZONE)
                .toInstant();
        HoursTotal total = records.total(person, year);
        StarScale scale = stars.ofCommunity(community);
        return new MyHours(total, scale, scale.of(total.minutes()));
    }

    /** The caller's own records, newest first. */
    public Page<ServiceEntry> myRecords(Window window) {
        return records.ofVolunteer(caller.personId(), window);
    }

    /**
     * The records of a volunteer, newest first.
     *
     * @throws DomainException 404 out of scope, 403 without a role there
     */
    public Page<ServiceEntry> recordsOf(long volunteerId, Window window) {
        read(volunteerId);
        return shown(records.ofVolunteer(volunteerId, window));
    }

    private long read(long volunteerId) {
        long self = caller.personId();
        long community = people.communityOf(volunteerId);
        if (volunteerId != self) {
            caller.require(HoursRights.READERS, community);
        }
        return community;
    }

    /**
     * The records of a community, newest first.
     *
     * @throws DomainException 404 out of scope, 403 without a role there
     */
    public Page<ServiceEntry> records(long communityId, Window window) {
        caller.requireAtCommunity(HoursRights.READERS, communityId);
        return shown(records.ofCommunity(communityId, window));
    }

    private Page<ServiceEntry> shown(Page<ServiceEntry> page) {
        return new Page<>(page.items().stream().map(this::shown).toList(), page.nextCursor());
    }

    /** What was done in somebody's home is for the volunteer and those who work there; of an order it is the same. */
    private ServiceEntry shown(ServiceEntry entry) {
        long volunteer = entry.volunteer().id();
        return volunteer == caller.personId()
                        || HoursRights.isWithin(caller, entry.community().id())
                ? entry
                : entry.fromAbove();
    }

    /**
     * One record: the caller's own, or of a community that they work in.
     *
     * @throws DomainException 404 when there is none that the caller may know of
     */
    public ServiceEntry record(long id) {
        long person = caller.personId();
        return records.find(id)
                .filter(r -> r.volunteer().id() == person || reads(r.community().id()))
                .map(this::shown)
                .orElseThrow(DomainException::notFound);
    }

    /** The wishes to correct that record, newest first; as {@link #record}. */
    public List<Correction> correctionsOf(long recordId) {
        return corrections.ofRecord(record(recordId).id());
    }

    /**
     * Wishes of a community, newest first.
     *
     * @param open those that wait for somebody; else those that are settled
     * @throws DomainException 404 out of scope, 403 without a role there
     */
    public Page<Correction> corrections(long communityId, boolean open, Window window) {
        caller.requireAtCommunity(HoursRights.READERS, communityId);
        Set<CorrectionStatus> statuses = EnumSet.allOf(CorrectionStatus.class);
        statuses.removeIf(status -> status.isOver() == open);
        return corrections.ofCommunity(communityId, statuses, window);
    }

    /**
     * One wish, of the caller's own record or of a community that they work in.
     *
     * @throws DomainException 404 when there is none that the caller may know of
     */
    public Correction correction(long id) {
        long person = caller.personId();
        return corrections
                .find(id)
                .filter(c -> c.record().volunteer().id() == person || reads(c.communityId()))
                .orElseThrow(DomainException::notFound);
    }

    /**
     * Back-entries of a community, newest first.
     *
     * @param open those that wait for somebody or for time; else those that are settled
     * @throws DomainException 404 out of scope, 403 without a role there
     */
    public Page<BackEntry> backEntries(long communityId, boolean open, Window window) {
        caller.requireAtCommunity(HoursRights.READERS, communityId);
        Set<BackEntryStatus> statuses = EnumSet.allOf(BackEntryStatus.class);
        statuses.removeIf(status -> status.isOver() == open);
        return backEntries.ofCommunity(communityId, statuses, window);
    }

    /** What is announced to the caller's community, newest first. */
    public Page<BackEntry> announced(Window window) {
        return backEntries.ofCommunity(caller.communityId(), PUBLIC, window);
    }

    /**
     * One back-entry: announced to the caller's community, of the caller, or of a community that they work in.
     *
     * @throws DomainException 404 when there is none that the caller may know of
     */
    public BackEntry backEntry(long id) {
        long person = caller.personId();
        long home = caller.communityId();
        return backEntries
                .find(id)
                .filter(e -> e.volunteer().id() == person
                        || (e.communityId() == home && e.announcedUntil() != null)
                        || reads(e.communityId()))
                .orElseThrow(DomainException::notFound);
    }

    /** What was said against an entry: all of it to those who work there, to others what they said themselves. */
    public List<BackEntry.Objection> objections(BackEntry entry) {
        return reads(entry.communityId())
                ? backEntries.objections(entry.id())
                : backEntries.objection(entry.id(), caller.personId()).stream().toList();
    }

    private boolean reads(long communityId) {
        return caller.sees(communityId) && HoursRights.holdsOne(caller, HoursRights.READERS, communityId);
    }
}
