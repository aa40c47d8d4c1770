package org.linli.portal.activities;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.linli.database.TestDatabase;
import org.linli.plugin.Data;
import org.linli.portal.activities.domain.Recurrence;
import org.linli.portal.activities.persistence.Activities;
import org.linli.portal.activities.persistence.BrandRows;
import org.linli.portal.activities.persistence.Calendar;
import org.linli.portal.activities.persistence.CheckIns;
import org.linli.portal.activities.persistence.SeriesRows;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.notices.Notices;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.AttemptCount;
import org.linli.portal.platform.security.Attempts;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.security.Guesses;
import org.linli.portal.platform.time.MovedClock;

/** Two communities with people on a schema of its own; the feature wired by hand, at a clock that tests move. */
final class ActivityFixture {
    static final OrgUnitView HERE = new OrgUnitView(7, null, OrgLevel.COMMUNITY, "C7", "贵苑", "7/", 7L, null, null);
    static final OrgUnitView THERE = new OrgUnitView(8, null, OrgLevel.COMMUNITY, "C8", "旺家", "8/", 8L, null, null);

    final TestDatabase database = TestDatabase.create();
    final TestTransactions transactions = new TestTransactions(database);
    final Sql sql = new Sql(transactions.dataSource());
    final MovedClock clock = new MovedClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    final OrgTree tree = new TwoCommunities();
    final Somebody caller = new Somebody(tree);
    final Activities activities = new Activities(sql, clock);
    final SeriesRows series = new SeriesRows(sql, clock);
    final Calendar calendar = new Calendar(sql);
    final BrandRows brandRows = new BrandRows(sql);
    final People people = new People(sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), clock);
    final ActivityRights rights = new ActivityRights(caller, activities, calendar);
    final PlanRules rules = new PlanRules(tree, sql);
    final Outbox outbox = new Outbox(sql, clock);
    final ActivityNotices notices = new ActivityNotices(new Notices(outbox));
    final Settling settling = new Settling(activities, notices, new BrandEvents(outbox));
    final Planning planning = new Planning(activities, series, settling, notices);
    final AuditLog audit = new AuditLog(sql, clock, caller);
    final ActivityDesk desk = new ActivityDesk(caller, rights, rules, activities, settling, audit, clock);
    final SeriesDesk seriesDesk = new SeriesDesk(caller, rights, rules, series, planning, audit, clock);
    final CheckIns checkIns = new CheckIns(sql);
    final CheckInDesk checkInDesk = new CheckInDesk(caller, rights, checkIns, audit, clock);
    final Guesses guesses = new Guesses(new Attempts(new AttemptCount(new Sql(database.dataSource()), clock)));
    final SignUpDesk signUps = new SignUpDesk(caller, rights, activities, notices, clock);
    final ActivityQueries queries = new ActivityQueries(caller, rights, calendar, series, checkIns, people, clock);
    final PlanAhead job = new PlanAhead(series, seriesDesk, clock);

    ActivityFixture() {
        run(() -> {
            Stream.of(HERE, THERE)
                    .forEach(unit -> sql.update(
                            "INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                                    + " VALUES (?, 'COMMUNITY', ?, ?, ?, ?, '2026-01-01')",
                            unit.id(),
                            unit.code(),
                            unit.name(),
                            unit.path(),
                            unit.id()));
            return true;
        });
    }

    <T> T run(Callable<T> work) {
        return transactions.run(work);
    }

    /** A new person who lives there. */
    long person(OrgUnitView home) {
        long id = Ids.next();
        run(() -> sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                        + " VALUES (?, ?, ?, '王秀英', ?, '2026-01-01')",
                id,
                home.id(),
                home.id(),
                Long.toString(id, 36)));
        return id;
    }

    /** From now on this thread is that person with those roles at home. */
    void as(long personId, OrgUnitView home, Role... roles) {
        caller.present.set(new Identity(
                personId,
                "某人",
                home.id(),
                Stream.of(roles)
                        .map(role -> new Identity.Held(role, home.id(), home.path()))
                        .toList()));
    }

    /** As a new dispatcher of that community. */
    long asStaff(OrgUnitView home) {
        long id = person(home);
        as(id, home, Role.DISPATCHER);
        return id;
    }

    /** Tomorrow 19:00 in Shanghai, so many hours later. */
    Instant tomorrow(int hours) {
        return clock.instant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(19L + hours)
                .toInstant();
    }

    PlanInput input(Instant start, Integer capacity) {
        return new PlanInput("sports", "太极晨练", null, "广场", null, start, 60, capacity);
    }

    /** A date tomorrow with that many places. */
    Activity date(Integer capacity) {
        asStaff(HERE);
        return run(() -> desk.plan(Ids.next(), null, input(tomorrow(0), capacity), List.of()));
    }

    Series series(Recurrence recurrence, List<Long> assigned) {
        asStaff(HERE);
        return run(() -> seriesDesk.plan(
                Ids.next(), null, new SeriesDesk.SeriesInput(input(tomorrow(0), null), recurrence, assigned)));
    }

    PersonState signUp(long personId, long activityId) {
        return run(() -> {
            as(personId, HERE, Role.RESIDENT);
            return signUps.signUp(activityId);
        });
    }

    void withdraw(long personId, long activityId) {
        run(() -> {
            as(personId, HERE, Role.RESIDENT);
            signUps.withdraw(activityId);
            return true;
        });
    }

    Activity find(long id) {
        return run(() -> activities.find(id).orElseThrow());
    }

    Map<Long, PersonState> states(long activityId) {
        return run(() -> activities.participants(activityId).stream()
                .collect(java.util.stream.Collectors.toMap(Participant::personId, Participant::state)));
    }

    /** Payloads in the outbox that hold that text. */
    List<String> told(String text) {
        return run(() -> sql.list("SELECT payload FROM outbox_message", row -> row.text(1))).stream()
                .filter(payload -> payload.contains(text))
                .toList();
    }

    long count(String query, Object... arguments) {
        return run(() -> sql.number(query, arguments));
    }

    /** What may never be. */
    List<String> breaches() {
        return run(() -> sql.list(
                "SELECT a.id FROM activity a WHERE a.signed_up <> (SELECT COUNT(*) FROM activity_person p"
                        + " WHERE p.activity_id = a.id AND p.state = 'SIGNED_UP') AND a.status = 'PLANNED'"
                        + " OR a.waiting > 0 AND a.signed_up < a.capacity AND a.status = 'PLANNED'"
                        + " OR a.heads < (SELECT COUNT(*) FROM activity_person p WHERE p.activity_id = a.id"
                        + " AND p.state = 'ATTENDED')",
                row -> row.text(1)));
    }

    static String code(Throwable failure) {
        return failure instanceof DomainException domain ? domain.code() : String.valueOf(failure);
    }

    static Data data(String key, String value) {
        return Data.of(key, value);
    }

    /** A caller for each thread. */
    static final class Somebody extends Caller {
        final ThreadLocal<Identity> present = new ThreadLocal<>();

        Somebody(OrgTree tree) {
            super(tree);
        }

        @Override
        public Identity identity() {
            return present.get();
        }
    }

    private static final class TwoCommunities extends OrgTree {
        TwoCommunities() {
            super(null);
        }

        @Override
        public Optional<OrgUnitView> find(long id) {
            return Stream.of(HERE, THERE).filter(unit -> unit.id() == id).findFirst();
        }

        @Override
        public OrgUnitView unit(long id) {
            return find(id).orElseThrow(DomainException::notFound);
        }
    }
}
