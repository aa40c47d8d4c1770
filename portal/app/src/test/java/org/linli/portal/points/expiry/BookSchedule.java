package org.linli.portal.points.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.linli.portal.ledger.Cause;
import org.linli.portal.ledger.LedgerFixture;
import org.linli.portal.points.PointsFixture;
import org.linli.portal.points.expiry.ExpirableTest.Lots;

/** The same random steps in the ledger and in lots; both must tell the same age. */
final class BookSchedule {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STEPS = 25;

    private final PointsFixture points;
    private final ExpiryBook book;
    private final Random random;
    private final Lots lots = new Lots();
    private final long person;
    private final List<Long> holds = new ArrayList<>();

    BookSchedule(PointsFixture points, ExpiryBook book, Random random) {
        this.points = points;
        this.book = book;
        this.random = random;
        this.person = points.person(0);
    }

    void run(String where) {
        earn(0);
        long account = points.count("SELECT id FROM points_account WHERE owner_id = ?", person);
        for (int day = 1; day < STEPS; day++) {
            switch (random.nextInt(4)) {
                case 0 -> earn(day);
                case 1 -> hold();
                case 2 -> capture();
                default -> release();
            }
            int cutoff = random.nextInt(STEPS + 1);
            long aged = points.run(() -> book.agedForGood(account, at(cutoff)));
            assertThat(aged).as("%s day %d cutoff %d", where, day, cutoff).isEqualTo(lots.leftBefore(cutoff));
            List<ExpiryBook.Aged> all =
                    points.run(() -> book.aged(LedgerFixture.COMMUNITY, at(cutoff), account - 1, 1));
            long seen = all.stream()
                    .filter(one -> one.owner().personId() == person)
                    .mapToLong(ExpiryBook.Aged::amount)
                    .sum();
            assertThat(seen).as(where).isEqualTo(aged);
        }
    }

    private void earn(int day) {
        long amount = 1 + random.nextInt(500);
        points.earned(person, amount, at(day));
        lots.earn(day, amount);
    }

    private void hold() {
        long amount = random.nextInt(1 + (int) lots.available());
        if (amount > 0) {
            holds.add(points.books.hold(person, amount));
            lots.hold(amount);
        }
    }

    private void release() {
        if (!holds.isEmpty()) {
            int which = random.nextInt(holds.size());
            long hold = holds.remove(which);
            points.run(() -> {
                points.books.ledger.release(hold, Cause.PORTAL);
                return true;
            });
            lots.release(which);
        }
    }

    private void capture() {
        if (!holds.isEmpty()) {
            int which = random.nextInt(holds.size());
            long hold = holds.remove(which);
            points.run(() -> {
                points.books.ledger.capture(hold, Cause.PORTAL);
                return true;
            });
            lots.capture(which);
        }
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
