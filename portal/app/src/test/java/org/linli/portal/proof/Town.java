package org.linli.portal.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.linli.database.TestDatabase;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.hours.persistence.RecordBook;
import org.linli.portal.ledger.Journal;
import org.linli.portal.ledger.Ledger;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.ledger.LedgerInvariants;
import org.linli.portal.ledger.TailBound;
import org.linli.portal.ledger.journal.Notary;
import org.linli.portal.ledger.journal.PointsFacts;
import org.linli.portal.notices.Notices;
import org.linli.portal.orders.RecordedServices;
import org.linli.portal.orders.persistence.ServiceFacts;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.idempotency.IdempotencyDesk;
import org.linli.portal.platform.idempotency.IdempotencyStore;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.persistence.TestTransactions;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.points.ServiceTill;
import org.linli.portal.points.check.CheckDesk;
import org.linli.portal.points.check.HeldBack;
import org.linli.portal.points.expiry.ExpiryTerms;
import org.linli.portal.points.gift.GiftHands;
import org.linli.portal.points.policy.Policies;
import org.linli.portal.shop.ShopHands;

/** Three communities on a schema of their own with everything that moves points, wired by hand, perhaps with a fault. */
final class Town {
    static final List<Long> COMMUNITIES = List.of(7L, 8L, 9L);
    static final ExpiryTerms TERMS = new ExpiryTerms(ExpiryTerms.Kind.MONTHS, 1, 1, null);
    static final long SERVICE_ITEM = 100;
    static final int MEMBERS = 5;

    /** Every fifth service seems suspicious. */
    private static final int SUSPICIOUS = 5;

    final TestDatabase database;
    final TestTransactions transactions;
    final Sql sql;
    final Ledger ledger;
    final Notices notices;
    final Somebody caller = new Somebody();
    final People people;
    final Policies policies;
    final Journal journal;
    final RecordBook records;
    final IdempotencyDesk once;
    final ShopHands shop;
    final HeldBack guard;
    final ServiceTill till;
    final CheckDesk held;
    final GiftHands gifts;
    final Notary notary;

    Town(Fault fault) {
        Clock clock = Clock.systemUTC();
        database = TestDatabase.create();
        transactions = new TestTransactions(database);
        sql = fault.sql(transactions.dataSource());
        ledger = LedgerFixture.ledger(sql);
        notices = new Notices(new Outbox(sql, clock));
        people = new People(sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), clock);
        policies = new Policies(sql, clock);
        journal = new Journal(sql, new TailBound(Long.MAX_VALUE), clock);
        records = new RecordBook(sql, journal, new RecordedServices(sql), clock);
        once = new IdempotencyDesk(new IdempotencyStore(sql, clock));
        AuditLog audit = new AuditLog(sql, clock, caller);
        Ledger ofShop = fault == Fault.POSTING_OUTSIDE ? LedgerFixture.ledger(new Sql(database.dataSource())) : ledger;
        shop = new ShopHands(sql, caller, ofShop, audit, notices);
        guard = new HeldBack(sql, service -> service.recordId() % SUSPICIOUS == 0);
        till = new ServiceTill(sql, ledger, people, notices, List.of(guard), caller);
        held = HeldBack.desk(sql, caller, till.payment, notices);
        gifts = new GiftHands(sql, caller, policies, ledger, audit, notices);
        notary = new Notary(transactions, sql, List.of(new PointsFacts(sql), new ServiceFacts(sql)));
        transactions.run(this::settle);
        fault.schema().forEach(this::execute);
    }

    private void settle() {
        sql.update("INSERT INTO service_category VALUES ('errand', '代办', 'Errands', 'box', 1)");
        sql.update("INSERT INTO flow_pack (id, code, edition, name_zh, name_en, stages, created_at)"
                + " VALUES (5, 'test', 1, '测试', 'Test', '[]', '2026-01-01')");
        for (long community : COMMUNITIES) {
            sql.update(
                    "INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                            + " VALUES (?, 'COMMUNITY', ?, '社区', ?, ?, '2026-01-01')",
                    community,
                    "C" + community,
                    community + "/",
                    community);
            sql.update(
                    "INSERT INTO service_item (id, community_id, category_code, name, name_en, expected_minutes,"
                            + " points_rate, created_at) VALUES (?, ?, 'errand', '代买菜', 'Shopping', 60, 1000, '2026-01-01')",
                    SERVICE_ITEM + community,
                    community);
            members(community).forEach(person -> person(community, person));
            Stream.of(admin(community), second(community), keeper(community), poor(community))
                    .forEach(person -> person(community, person));
            sql.update(
                    "INSERT INTO person_in_need (id, community_id, person_id, valid_from, valid_to, reason, consent,"
                            + " entered_by, entered_at, live_person)"
                            + " VALUES (?, ?, ?, '2026-01-01', '2099-01-01', '住院', '本人同意', ?, '2026-01-01', ?)",
                    community,
                    community,
                    poor(community),
                    admin(community),
                    poor(community));
            sql.update(
                    "INSERT INTO points_policy (community_id, expiry, months, notice_days, donations, pool, alone_up_to,"
                            + " panel_size, announce_days, changed_at, version)"
                            + " VALUES (?, 'MONTHS', 1, 1, 1, 1, 5000, 2, 7, '2026-01-01', 1)",
                    community);
        }
    }

    private void person(long community, long id) {
        sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                        + " VALUES (?, ?, ?, '王秀英', ?, '2026-01-01')",
                id,
                community,
                community,
                "P" + id);
        sql.update("INSERT INTO volunteer (person_id, joined_on) VALUES (?, '2026-01-01')", id);
    }

    static List<Long> members(long community) {
        return LongStream.range(0, MEMBERS).mapToObj(i -> community * 1000 + i).toList();
    }

    static long admin(long community) {
        return community * 1000 + 100;
    }

    static long second(long community) {
        return community * 1000 + 101;
    }

    static long keeper(long community) {
        return community * 1000 + 102;
    }

    static long poor(long community) {
        return community * 1000 + 103;
    }

    /** One call of a desk as that person, in one transaction, run again after a deadlock. */
    <T> T as(long community, long person, Role role, Callable<T> work) {
        return transactions.run(() -> {
            Identity.Held grant = new Identity.Held(role, community, community + "/");
            caller.present.set(new Identity(person, "某人", community, List.of(grant)));
            return work.call();
        });
    }

    void execute(String statement) {
        try (Connection connection = database.connect();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that is wrong, at rest: the invariants, what was acknowledged, the chains. */
    List<String> wrong(Acknowledged acknowledged) {
        COMMUNITIES.forEach(notary::seal);
        List<String> wrong = new ArrayList<>(transactions.run(() -> acknowledged.differences(sql)));
        wrong.addAll(transactions.run(
                () -> LedgerInvariants.broken(transactions.dataSource().getConnection())));
        COMMUNITIES.forEach(community -> wrong.addAll(notary.wrong(community)));
        return wrong;
    }

    /** A caller for each thread. */
    static final class Somebody extends Caller {
        private final ThreadLocal<Identity> present = new ThreadLocal<>();

        Somebody() {
            super(new Communities());
        }

        @Override
        public Identity identity() {
            return present.get();
        }
    }

    private static final class Communities extends OrgTree {
        private static final Map<Long, OrgUnitView> UNITS = COMMUNITIES.stream()
                .map(id -> new OrgUnitView(id, null, OrgLevel.COMMUNITY, "C" + id, "社区", id + "/", id, null, null))
                .collect(Collectors.toMap(OrgUnitView::id, Function.identity()));

        Communities() {
            super(null);
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
