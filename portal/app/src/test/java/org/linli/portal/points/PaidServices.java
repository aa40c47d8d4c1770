package org.linli.portal.points;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.ledger.MemberLock;
import org.linli.portal.ledger.persistence.Accounts;
import org.linli.portal.orders.ServiceRecorded;
import org.linli.portal.people.People;
import org.linli.portal.platform.persistence.Ids;
import org.linli.portal.platform.security.FieldCipher;
import org.linli.portal.points.rule.RuleBook;
import org.linli.portal.points.rule.RuleBooks;

/** Payment of services wired by hand on the real engine. */
public final class PaidServices {
    /** A day of a month in which nothing else happens. */
    public static final Instant NOON = Instant.parse("2026-10-14T04:00:00Z");

    public final LedgerFixture books = new LedgerFixture();
    public final List<PaymentGuard> guards = new ArrayList<>();
    public final RuleBooks rules = new RuleBooks(books.sql);
    public final PointsNotices notices = new PointsNotices(books.notices);
    public final People people =
            new People(books.sql, new FieldCipher(Base64.getEncoder().encodeToString(new byte[32])), Clock.systemUTC());
    public final EarnedPoints earned = new EarnedPoints(books.sql);
    public final MemberLock members = new MemberLock(new Accounts(books.sql), books.sql, Clock.systemUTC());
    public final ServicePayment payment =
            new ServicePayment(new Reckoning(rules, earned, people), earned, members, books.ledger, notices);
    public final ServicePoints points = new ServicePoints(payment, instance(guards));

    /** Puts an edition in force from that day on. */
    public void publish(int edition, String validFrom, RuleBook book) {
        books.transactions.run(() -> {
            books.sql.update(
                    "INSERT IGNORE INTO person (id, community_id, home_unit_id, name, public_number, created_at)"
                            + " VALUES (8, 7, 7, '李奶奶', 'P8', '2026-01-01')");
            books.sql.update(
                    "INSERT INTO points_rule VALUES (?, 7, ?, ?, ?, '', 8, '2026-01-01')",
                    Ids.next(),
                    edition,
                    validFrom,
                    book.toJson());
        });
    }

    /** A service of 10 points an hour, planned for an hour, of grade B, as it was told. */
    public static ServiceRecorded service(long volunteer, int minutes, Instant ended) {
        return service(Ids.next(), volunteer, 1000, minutes, ended);
    }

    public static ServiceRecorded service(long record, long volunteer, long rate, int minutes, Instant ended) {
        return new ServiceRecorded(
                record,
                Ids.next(),
                null,
                LedgerFixture.COMMUNITY,
                volunteer,
                8L,
                8L,
                3,
                "陪诊",
                "Hospital company",
                ended.minusSeconds(60L * minutes),
                ended,
                minutes,
                60,
                rate,
                "B",
                ended);
    }

    /** Tells that it was recorded. */
    public void tell(ServiceRecorded service) {
        books.transactions.run(() -> points.pay(service));
    }

    @SuppressWarnings("unchecked")
    public static <T> Instance<T> instance(List<T> beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("stream")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return beans.stream();
                });
    }
}
