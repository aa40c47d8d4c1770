package org.linli.portal.orders;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.linli.database.TestDatabase;
import org.linli.plugin.Data;
import org.linli.portal.brands.BrandEvents;
import org.linli.portal.brands.BrandFiles;
import org.linli.portal.brands.upload.Uploads;
import org.linli.portal.community.OrgTree;
import org.linli.portal.dispatch.Candidates;
import org.linli.portal.ledger.Journal;
import org.linli.portal.ledger.TailBound;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.persistence.Audience;
import org.linli.portal.orders.persistence.BrandItems;
import org.linli.portal.orders.persistence.BrandPlaces;
import org.linli.portal.orders.persistence.CandidateFacts;
import org.linli.portal.orders.persistence.CatalogueRows;
import org.linli.portal.orders.persistence.DetailRows;
import org.linli.portal.orders.persistence.Extensions;
import org.linli.portal.orders.persistence.OrderNumbers;
import org.linli.portal.orders.persistence.OrderRows;
import org.linli.portal.orders.persistence.Orders;
import org.linli.portal.orders.persistence.Residents;
import org.linli.portal.orders.persistence.StepRows;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.Fired;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestJpa;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.time.MovedClock;

/** One street, two communities, a few people, and the desks wired by hand on the real engine. */
final class Neighbourhood implements AutoCloseable {
    static final long STREET = 1;
    static final long COMMUNITY = 10;
    static final long GRID = 11;
    static final long BUILDING = 12;
    static final long OTHER_COMMUNITY = 20;
    /** Open orders that a resident may have. */
    static final int OPEN_LIMIT = 60;

    static final long ITEM = 100;
    static final long SKILLED_ITEM = 101;

    static final long RESIDENT = 1000;
    static final long NEIGHBOUR = 1001;
    static final long DISPATCHER = 1002;
    static final long GRID_WORKER = 1003;
    static final long SUPERVISOR = 1004;
    static final long STRANGER = 1005;
    static final long VOLUNTEER = 2000;
    static final int VOLUNTEERS = 32;
    static final long TEAM = 3000;

    final TestDatabase database = TestDatabase.create();
    final TestTransactions transactions = new TestTransactions(database);
    final TestJpa jpa = new TestJpa(transactions);
    final Sql sql = new Sql(transactions.dataSource());
    final MovedClock clock = new MovedClock(Instant.parse("2026-11-20T01:00:00Z"));
    final SampleBrand brands = new SampleBrand(sql, clock);
    final List<ServiceRecorded> recorded = Collections.synchronizedList(new ArrayList<>());

    Neighbourhood() {
        transactions.run(this::settle);
    }

    private void settle() {
        unit(STREET, null, "STREET", "1/", null);
        unit(COMMUNITY, STREET, "COMMUNITY", "1/a/", COMMUNITY);
        unit(GRID, COMMUNITY, "GRID", "1/a/b/", COMMUNITY);
        unit(BUILDING, GRID, "BUILDING", "1/a/b/c/", COMMUNITY);
        unit(OTHER_COMMUNITY, STREET, "COMMUNITY", "1/k/", OTHER_COMMUNITY);
        for (long id = RESIDENT; id <= SUPERVISOR; id++) {
            person(id, COMMUNITY, BUILDING);
        }
        person(STRANGER, OTHER_COMMUNITY, OTHER_COMMUNITY);
        for (long id = VOLUNTEER; id < VOLUNTEER + VOLUNTEERS; id++) {
            person(id, COMMUNITY, GRID);
            sql.update("INSERT INTO volunteer (person_id, joined_on) VALUES (?, '2026-01-01')", id);
            grant(id, COMMUNITY, Role.VOLUNTEER);
        }
        grant(DISPATCHER, COMMUNITY, Role.DISPATCHER);
        grant(SUPERVISOR, STREET, Role.SUPERVISOR);
        sql.update("INSERT INTO team (id, kind, code, name, org_unit_id, created_at)"
                + " VALUES (3000, 'BRANCH', 'T', '帮帮队', 10, '2026-01-01')");
        sql.update("INSERT INTO team_member VALUES (3000, 2005, 1, '2026-01-01'), (3000, 2006, 0, '2026-01-01')");
        sql.update("INSERT INTO skill VALUES ('medical', '医护', 'Medical', 1)");
        sql.update("INSERT INTO volunteer_skill VALUES (2001, 'medical')");
        sql.update("INSERT INTO service_category VALUES ('errand', '代办', 'Errands', 'box', 1)");
        item(ITEM, "代买菜");
        item(SKILLED_ITEM, "量血压");
        sql.update("INSERT INTO service_item_skill VALUES (101, 'medical')");
    }

    private void unit(long id, Long parent, String level, String path, Long community) {
        sql.update(
                "INSERT INTO org_unit (id, parent_id, level, code, name, path, community_id, east_m, north_m, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, '2026-01-01')",
                id,
                parent,
                level,
                "U" + id,
                "单位" + id,
                path,
                community);
    }

    private void person(long id, long community, long home) {
        sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, address, public_number, created_at)"
                        + " VALUES (?, ?, ?, ?, '3栋501', ?, '2026-01-01')",
                id,
                community,
                home,
                "人" + id,
                "P" + id);
    }

    private void grant(long person, long unit, Role role) {
        sql.update(
                "INSERT INTO role_grant (id, person_id, org_unit_id, role, status, valid_from, created_at)"
                        + " VALUES (?, ?, ?, ?, 'ACTIVE', '2026-01-01', '2026-01-01')",
                person,
                person,
                unit,
                role);
    }

    private void item(long id, String name) {
        sql.update(
                "INSERT INTO service_item (id, community_id, category_code, name, expected_minutes, points_rate, created_at)"
                        + " VALUES (?, 10, 'errand', ?, 60, 1000, '2026-01-01')",
                id,
                name);
    }

    /** Makes the community follow another pack. */
    void follow(long packId) {
        transactions.run(() -> {
            sql.update("REPLACE INTO community_flow (community_id, flow_pack_id) VALUES (10, ?)", packId);
        });
    }

    long number(String query, Object... parameters) {
        return transactions.run(() -> sql.number(query, parameters));
    }

    /** The desks as they serve that person. */
    Desks as(long personId, Identity.Held... grants) {
        return new Desks(personId, List.of(grants));
    }

    Desks resident() {
        return as(RESIDENT, held(Role.RESIDENT, COMMUNITY, "1/a/"));
    }

    Desks dispatcher() {
        return as(DISPATCHER, held(Role.DISPATCHER, COMMUNITY, "1/a/"));
    }

    Desks volunteer(int number) {
        return as(VOLUNTEER + number, held(Role.VOLUNTEER, COMMUNITY, "1/a/"));
    }

    static Identity.Held held(Role role, long unit, String path) {
        return new Identity.Held(role, unit, path);
    }

    PlaceOrder wish() {
        Instant from = clock.instant().plus(Duration.ofHours(1));
        return new PlaceOrder(
                null, ITEM, null, null, "一斤青菜", null, null, from, from.plus(Duration.ofDays(3)), Data.EMPTY);
    }

    /** A placed order, offered to that many volunteers. */
    long offered(int volunteers) {
        long order = resident().run(d -> d.placing.place(wish()));
        for (int from = 0; from < volunteers; from += 10) {
            List<Long> some = new ArrayList<>();
            for (int i = from; i < Math.min(volunteers, from + 10); i++) {
                some.add(VOLUNTEER + i);
            }
            dispatcher().run(d -> {
                d.dispatch.offer(new OfferOrder(OrderRef.latest(order), some, null, ""));
                return order;
            });
        }
        return order;
    }

    @Override
    public void close() throws SQLException {
        jpa.close();
        transactions.close();
        database.close();
    }

    /** The desks of one caller. */
    final class Desks {
        final PlacingDesk placing;
        final Principals principals;
        final DispatchDesk dispatch;
        final ServiceDesk service;
        final ReviewDesk review;
        final PhotoDesk photos;
        final DeadlineDesk deadlines;
        final OrderQueries queries;
        final VolunteersLeaving leaving;
        final BrandOrders brandOrders;
        final BrandOrderWatch watch;
        final BrandCatalogue catalogue;
        final StepTurns stepTurns;
        final StepDesk stepDesk;
        final LateDesk late;
        final BrandOrderReads reads;
        final CandidateRanking ranking;
        private final OrderNotices notices;

        private Desks(long personId, List<Identity.Held> grants) {
            OrgTree tree = new OrgTree(jpa.entityManager());
            Caller caller = new Caller(tree);
            caller.become(
                    new Identity(personId, "人" + personId, personId == STRANGER ? OTHER_COMMUNITY : COMMUNITY, grants));
            Orders orders = new Orders(jpa.entityManager());
            Residents residents = new Residents(sql, clock);
            DetailRows details = new DetailRows(sql);
            OrderNotices notices = new OrderNotices(new Audience(sql, clock), new Notices(new Outbox(sql, clock)));
            Timeline timeline = new Timeline(orders, Fired.to(this::moved));
            Endings endings = new Endings(
                    orders,
                    timeline,
                    Fired.to(this::served),
                    new Journal(sql, new TailBound(Long.MAX_VALUE), clock),
                    clock);
            this.notices = notices;
            Extensions extensions = new Extensions(sql);
            Steps steps = new Steps(orders, extensions, endings, brands, caller);
            BrandEvents events = new BrandEvents(new Outbox(sql, clock));
            BrandItems items = new BrandItems(jpa.entityManager(), sql, clock);
            BrandPlaces places = new BrandPlaces(items, residents, tree, new OrderNumbers(sql), clock);
            brandOrders = new BrandOrders(orders, extensions, places, timeline, endings);
            watch = new BrandOrderWatch(orders, extensions, steps, brandOrders, events);
            catalogue = new BrandCatalogue(orders, items, new CatalogueRows(sql), brands, clock);
            stepTurns = new StepTurns(orders, steps, new StepRows(sql), brands, events);
            FieldCipher cipher = new FieldCipher(Base64.getEncoder().encodeToString(new byte[32]));
            BrandFiles files = new BrandFiles(cipher, new Uploads(sql, clock));
            stepDesk = new StepDesk(stepTurns, brands, files, caller);
            ItemFields itemFields = new ItemFields(orders, extensions, brands, files, caller);
            late = new LateDesk(new StepRows(sql), events, clock);
            reads = new BrandOrderReads(extensions, new BrandOrderViews(orders, extensions));
            Oversight oversight = new Oversight(caller, tree);
            OrderAccess access = new OrderAccess(caller, oversight, brands, sql);
            Handling handling = new Handling(orders, access, timeline, caller, clock);
            PlacingRules rules = new PlacingRules(residents, tree, new OrderNumbers(sql), caller, OPEN_LIMIT);
            principals = new Principals(new People(sql, cipher, clock), rules, orders, caller);
            placing = new PlacingDesk(orders, rules, itemFields, handling, endings);
            dispatch = new DispatchDesk(
                    orders,
                    residents,
                    handling,
                    new Matching(orders, tree, new Candidates(sql, clock), new BrandOrderViews(orders, extensions)),
                    access);
            ranking = new CandidateRanking(dispatch, new CandidateFacts(sql), brands);
            service = new ServiceDesk(orders, residents, handling, caller);
            review = new ReviewDesk(orders, handling, endings, timeline, caller);
            photos = new PhotoDesk(orders, details, access, handling, caller);
            deadlines = new DeadlineDesk(orders, timeline, endings, sql, clock);
            leaving = new VolunteersLeaving(orders, residents, timeline, clock);
            queries = new OrderQueries(orders, new OrderRows(sql), details, access, oversight, caller);
        }

        private void moved(OrderMoved moved) {
            notices.tell(moved);
            watch.moved(moved);
        }

        private void served(ServiceRecorded service) {
            recorded.add(service);
            watch.recorded(service);
        }

        /** One call of a desk, in one transaction. */
        <T> T run(Call<T> call) {
            Callable<T> work = () -> call.on(this);
            return jpa.run(work);
        }

        void does(Consumer<Desks> call) {
            jpa.run(() -> call.accept(this));
        }
    }

    /** Work with desks. */
    interface Call<T> {
        T on(Desks desks);
    }
}
