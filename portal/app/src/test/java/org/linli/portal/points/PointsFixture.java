package org.linli.portal.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.linli.database.TestDatabase;
import org.linli.portal.community.OrgLevel;
import org.linli.portal.community.OrgTree;
import org.linli.portal.community.OrgUnitView;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.people.Caller;
import org.linli.portal.people.Identity;
import org.linli.portal.people.People;
import org.linli.portal.people.Role;
import org.linli.portal.platform.audit.AuditLog;
import org.linli.portal.platform.outbox.Outbox;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.persistence.Sql;
import org.linli.portal.platform.problem.DomainException;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.platform.time.MovedClock;
import org.linli.portal.points.policy.Policies;
import org.linli.portal.points.policy.PolicyFixture;

/** People with points in two communities, on the ledger's fixture, at a clock that tests move; every thread is somebody. */
public final class PointsFixture {
    public static final long HERE = LedgerFixture.COMMUNITY;
    public static final long THERE = 8;

    public final LedgerFixture books;
    public final Sql sql;
    public final MovedClock clock = new MovedClock(Instant.now().truncatedTo(ChronoUnit.MICROS));
    public final Somebody caller = new Somebody(new TwoCommunities());
    public final AuditLog audit;
    public final Outbox outbox;
    public final People people;
    public final Policies policies;

    public PointsFixture() {
        this(TestDatabase.Engine.MARIADB);
    }

    public PointsFixture(TestDatabase.Engine engine) {
        books = new LedgerFixture(engine);
        sql = books.sql;
        audit = new AuditLog(sql, clock, caller);
        outbox = new Outbox(sql, clock);
        policies = new Policies(sql, clock);
        people = new People(sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), clock);
        run(() -> sql.update("INSERT INTO org_unit (id, level, code, name, path, community_id, created_at)"
                + " VALUES (8, 'COMMUNITY', 'C8', '旺家', '8/', 8, '2026-01-01')"));
    }

    public <T> T run(Callable<T> work) {
        return books.transactions.run(work);
    }

    /** A new person of the community with that many hundredths of a point. */
    public long person(long points) {
        return person(HERE, points);
    }

    public long person(long community, long points) {
        long id = Ids.next();
        run(() -> sql.update(
                "INSERT INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                        + " VALUES (?, ?, ?, '王秀英', ?, '2026-01-01')",
                id,
                community,
                community,
                Long.toString(id, 36)));
        if (points > 0) {
            books.give(id, points);
        }
        return id;
    }

    /** Points of a person as if they had come at that instant. */
    public void earned(long personId, long points, Instant at) {
        long transaction = books.give(personId, points);
        run(() -> sql.update("UPDATE points_transaction SET posted_at = ? WHERE id = ?", at, transaction));
    }

    /** From now on this thread is that person with those roles at home. */
    public void as(long personId, Role... roles) {
        as(HERE, personId, roles);
    }

    public void as(long community, long personId, Role... roles) {
        caller.present.set(new Identity(
                personId,
                "某人",
                community,
                Stream.of(roles)
                        .map(role -> new Identity.Held(role, community, community + "/"))
                        .toList()));
    }

    /** Does that as somebody. */
    public <T> T as(long personId, Callable<T> work, Role... roles) {
        return run(() -> {
            as(personId, roles);
            return work.call();
        });
    }

    public long available(long personId) {
        return books.balances(personId).available();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    public long count(String query, Object... arguments) {
        return run(() -> sql.number(query, arguments));
    }

    /** How many notices with that text wait to be sent. */
    public long told(String text) {
        return count("SELECT COUNT(*) FROM outbox_message WHERE topic = 'notice' AND payload LIKE ?", "%" + text + "%");
    }

    /** The code of what was refused. */
    public static String code(Throwable failure) {
        return failure instanceof DomainException domain ? domain.code() : String.valueOf(failure);
    }

    /** A policy that permits everything. */
    public void permit() {
        run(() -> {
            PolicyFixture.permit(this);
            return true;
        });
    }

    /** A caller for each thread. */
    public static final class Somebody extends Caller {
        private final ThreadLocal<Identity> present = new ThreadLocal<>();

        Somebody(OrgTree tree) {
            super(tree);
        }

        @Override
        public Identity identity() {
            return present.get();
        }
    }

    private static final class TwoCommunities extends OrgTree {
        private static final List<OrgUnitView> UNITS = List.of(
                new OrgUnitView(7, null, OrgLevel.COMMUNITY, "C7", "贵苑", "7/", 7L, null, null),
                new OrgUnitView(8, null, OrgLevel.COMMUNITY, "C8", "旺家", "8/", 8L, null, null));

        TwoCommunities() {
            super(null);
        }

        @Override
        public Optional<OrgUnitView> find(long id) {
            return UNITS.stream().filter(unit -> unit.id() == id).findFirst();
        }

        @Override
        public OrgUnitView unit(long id) {
            return find(id).orElseThrow(DomainException::notFound);
        }
    }
}
