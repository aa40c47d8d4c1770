package org.linli.portal.points.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.points.PaidServices;

/** Histories of services and activities on the real engine, written row by row; the detectors and what they hold. */
final class CheckFixture {
    static final long COMMUNITY = LedgerFixture.COMMUNITY;
    static final long GRID_WEST = 71;
    static final long GRID_EAST = 72;
    static final long OTHER_DISTRICT = 91;
    static final Instant NOON = Instant.parse("2026-10-14T04:00:00Z");

    final PaidServices paid = new PaidServices();
    final Sql sql = paid.books.sql;
    final ServiceHistory services = new ServiceHistory(sql);
    final ActivityHistory activities = new ActivityHistory(sql);
    final OrgTree tree = new Places();
    final ThresholdRows thresholds = new ThresholdRows(sql);
    final List<ServiceDetector> ofServices = List.of(
            new OverlappingHours(services),
            new MoreThanElapsed(),
            new ImpossibleDistance(services, tree),
            new UnusualPair(services),
            new ManyBackEntries(services),
            new RushOfServices(services));
    final List<ActivityDetector> ofActivities =
            List.of(new MoreAttendeesThanCheckIns(activities), new RushOfPeople(activities));
    final Detectors detectors =
            new Detectors(PaidServices.instance(ofServices), PaidServices.instance(ofActivities), thresholds);
    final HeldRows rows = new HeldRows(sql, Clock.systemUTC());
    final RecordedServices facts = new RecordedServices(sql);
    final HeldNotices notices = new HeldNotices(paid.books.notices);
    final HoldingGuard guard = new HoldingGuard(detectors, facts, rows, notices);

    /** A service of the history, or the one that is looked at. */
    record Past(long volunteer, long resident, @Nullable Long reviewer, long unit, Instant from, int minutes) {
        Past(long volunteer, long resident, Instant from, int minutes) {
            this(volunteer, resident, resident, GRID_WEST, from, minutes);
        }

        Past at(long other) {
            return new Past(volunteer, resident, reviewer, other, from, minutes);
        }
    }

    /** Writes the order, its review and its record, as the review does; gives what is told of it. */
    ServiceRecorded add(Past past) {
        long record = Ids.next();
        long order = Ids.next();
        Instant ended = past.from().plus(Duration.ofMinutes(past.minutes()));
        unchecked(() -> {
            sql.update(
                    "INSERT INTO service_order (id, number, community_id, unit_id, item_id, flow_pack_id, principal_id,"
                            + " placer_id, status, address, wanted_from, wanted_to, expected_minutes, points_rate, placed_at,"
                            + " status_since, started_at, completed_at) VALUES (?, ?, ?, ?, 3, 1, ?, ?, 'CLOSED', '',"
                            + " '2026-01-01', '2026-01-02', 60, 1000, '2026-01-01', '2026-01-01', ?, ?)",
                    order,
                    Long.toString(order, 36),
                    COMMUNITY,
                    past.unit(),
                    past.resident(),
                    past.resident(),
                    past.from(),
                    ended);
            sql.update(
                    "INSERT INTO review (order_id, reviewer_id, rating, confirmed_minutes, reviewed_at) VALUES (?, ?, 5, ?, ?)",
                    order,
                    past.reviewer(),
                    past.minutes(),
                    ended);
            insert(record, order, past, ended);
        });
        return fact(record, order, past, ended);
    }

    /** A back-entry that was announced and counts now. */
    ServiceRecorded addBackEntry(long volunteer, long enteredBy, Instant from) {
        long record = Ids.next();
        Instant ended = from.plus(Duration.ofHours(1));
        unchecked(() -> sql.update(
                "INSERT INTO service_record (id, back_entry_id, community_id, volunteer_id, item_id, started_at, ended_at,"
                        + " minutes, evidence, recorded_at, entered_by, approved_by, reason)"
                        + " VALUES (?, ?, ?, ?, 3, ?, ?, 60, 'E', ?, ?, 12, '停电漏记')",
                record,
                Ids.next(),
                COMMUNITY,
                volunteer,
                from,
                ended,
                ended,
                enteredBy));
        Past past = new Past(volunteer, 0, null, GRID_WEST, from, 60);
        ServiceRecorded like = fact(record, 0, past, ended);
        return new ServiceRecorded(
                record, null, null, COMMUNITY, volunteer, null, 12L, 3, "陪诊", "", from, ended, 60, 60, 1000, "E",
                like.at());
    }

    /** Takes a record out of the count. */
    void reverse(ServiceRecorded wrong) {
        unchecked(() -> sql.update(
                "INSERT INTO service_record (id, order_id, correction_no, community_id, volunteer_id, item_id, started_at,"
                        + " ended_at, minutes, evidence, recorded_at, reverses_id, entered_by, approved_by, reason)"
                        + " SELECT ?, order_id, 1, community_id, volunteer_id, item_id, started_at, ended_at, -minutes,"
                        + " evidence, recorded_at, id, 11, 12, '记错了人' FROM service_record WHERE id = ?",
                Ids.next(),
                wrong.recordId()));
    }

    /** An activity with so many who attended, of whom so many checked in, one each so many seconds. */
    long activity(int attended, int checkedIn, int secondsApart) {
        long id = Ids.next();
        unchecked(() -> {
            sql.update(
                    "INSERT INTO activity (id, community_id, kind, title, unit_id, starts_at, ends_at, status, data, created_at)"
                            + " VALUES (?, ?, 'service', '清洁家园', ?, '2026-10-14', '2026-10-15', 'FINISHED', '{}', '2026-10-01')",
                    id,
                    COMMUNITY,
                    COMMUNITY);
            for (int i = 0; i < Math.max(attended, checkedIn); i++) {
                long person = Ids.next();
                if (i < attended) {
                    sql.update(
                            "INSERT INTO activity_person (activity_id, person_id, state, minutes, at)"
                                    + " VALUES (?, ?, 'ATTENDED', 60, '2026-10-14')",
                            id,
                            person);
                }
                if (i < checkedIn) {
                    sql.update(
                            "INSERT INTO activity_check_in (activity_id, person_id, at) VALUES (?, ?, ?)",
                            id,
                            person,
                            NOON.plusSeconds((long) i * secondsApart));
                }
            }
        });
        return id;
    }

    private void insert(long record, long order, Past past, Instant ended) {
        sql.update(
                "INSERT INTO service_record (id, order_id, community_id, volunteer_id, resident_id, item_id, started_at,"
                        + " ended_at, minutes, evidence, recorded_at) VALUES (?, ?, ?, ?, ?, 3, ?, ?, ?, 'B', ?)",
                record,
                order,
                COMMUNITY,
                past.volunteer(),
                past.resident(),
                past.from(),
                ended,
                past.minutes(),
                ended);
    }

    private static ServiceRecorded fact(long record, long order, Past past, Instant ended) {
        return new ServiceRecorded(
                record,
                order,
                null,
                COMMUNITY,
                past.volunteer(),
                past.resident(),
                past.reviewer(),
                3,
                "陪诊",
                "Hospital company",
                past.from(),
                ended,
                past.minutes(),
                60,
                1000,
                "B",
                ended);
    }

    /** What the detectors find about a service. */
    List<String> findings(ServiceRecorded service) {
        return paid.books.transactions.run(
                () -> detectors.look(service).stream().map(Finding::code).toList());
    }

    /** What the detectors find about an activity. */
    List<String> findings(long activity) {
        return paid.books.transactions.run(() ->
                detectors.look(COMMUNITY, activity).stream().map(Finding::code).toList());
    }

    /** Rows of histories need neither catalogue nor people here. */
    void unchecked(Runnable rows) {
        paid.books.transactions.run(() -> {
            sql.update("SET FOREIGN_KEY_CHECKS = 0");
            try {
                rows.run();
            } finally {
                sql.update("SET FOREIGN_KEY_CHECKS = 1");
            }
        });
    }

    /** Two grids three kilometres apart and one in another district, all with places. */
    private static final class Places extends OrgTree {
        private static final Map<Long, OrgUnitView> UNITS = Map.of(
                1L,
                unit(1, null, OrgLevel.DISTRICT, "1/", null),
                COMMUNITY,
                unit(COMMUNITY, 1L, OrgLevel.COMMUNITY, "1/7/", null),
                GRID_WEST,
                unit(GRID_WEST, COMMUNITY, OrgLevel.GRID, "1/7/71/", new OrgUnitView.Position(0, 0)),
                GRID_EAST,
                unit(GRID_EAST, COMMUNITY, OrgLevel.GRID, "1/7/72/", new OrgUnitView.Position(12_000, 0)),
                9L,
                unit(9, null, OrgLevel.DISTRICT, "9/", null),
                OTHER_DISTRICT,
                unit(OTHER_DISTRICT, 9L, OrgLevel.GRID, "9/91/", new OrgUnitView.Position(90_000, 0)));

        Places() {
            super(null);
        }

        private static OrgUnitView unit(
                long id, Long parent, OrgLevel level, String path, OrgUnitView.Position position) {
            return new OrgUnitView(id, parent, level, "U" + id, "U" + id, path, COMMUNITY, position, null);
        }

        @Override
        public Optional<OrgUnitView> find(long id) {
            return Optional.ofNullable(UNITS.get(id));
        }

        @Override
        public OrgUnitView unit(long id) {
            return find(id).orElseThrow(DomainException::notFound);
        }
    }
}
