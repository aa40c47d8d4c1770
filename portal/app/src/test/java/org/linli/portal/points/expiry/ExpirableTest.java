package org.linli.portal.points.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The closed form gives what keeping every lot would give. */
class ExpirableTest {
    private static final int SCHEDULES = 2_000;
    private static final int STEPS = 60;

    @Test
    void nothing_old_is_left_once_as_much_was_spent() {
        assertThat(Expirable.amount(100, 300, 200)).isZero();
        assertThat(Expirable.amount(100, 300, 201)).isEqualTo(1);
        assertThat(Expirable.amount(0, 300, 300)).isZero();
        assertThat(Expirable.amount(300, 300, 300)).isEqualTo(300);
    }

    @Test
    void agrees_with_lots_over_random_schedules() {
        long seed = Long.getLong("linli.test.seed", System.nanoTime());
        System.out.println("expiry with -Dlinli.test.seed=" + seed);
        Random random = new Random(seed);
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            replay(random, "seed " + seed + " schedule " + schedule);
        }
    }

    private static void replay(Random random, String where) {
        Lots lots = new Lots();
        for (int day = 0; day < STEPS; day++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> lots.earn(day, 1 + random.nextInt(500));
                case 2 -> lots.spend(random.nextInt(1 + (int) lots.available()));
                case 3 -> lots.hold(random.nextInt(1 + (int) lots.available()));
                case 4 -> lots.release(random);
                default -> lots.reverse(random);
            }
            int cutoff = random.nextInt(STEPS + 1);
            long closed = Expirable.amount(lots.earnedBefore(cutoff), lots.earnedBefore(STEPS), lots.available());
            assertThat(closed).as("%s day %d cutoff %d", where, day, cutoff).isEqualTo(lots.leftBefore(cutoff));
            if (random.nextInt(8) == 0) {
                lots.spend((int) closed); // it expires
                assertThat(lots.leftBefore(cutoff)).isZero();
            }
        }
    }

    /** Every credit by itself, used up oldest first: slow, and plainly right. */
    static final class Lots {
        private final List<Lot> lots = new ArrayList<>();
        private final List<Long> holds = new ArrayList<>();

        private static final class Lot {
            final int day;
            final long amount;
            long left;

            Lot(int day, long amount) {
                this.day = day;
                this.amount = amount;
                this.left = amount;
            }
        }

        void earn(int day, long amount) {
            lots.add(new Lot(day, amount));
        }

        void spend(long amount) {
            long rest = amount;
            for (Lot lot : lots) {
                long part = Math.min(rest, lot.left);
                lot.left -= part;
                rest -= part;
            }
            assertThat(rest).isZero();
        }

        void hold(long amount) {
            if (amount > 0) {
                spend(amount);
                holds.add(amount);
            }
        }

        /** What comes back fills the lots that were used last. */
        void release(Random random) {
            if (!holds.isEmpty()) {
                release(random.nextInt(holds.size()));
            }
        }

        void capture(int which) {
            holds.remove(which);
        }

        void release(int which) {
            long rest = holds.remove(which);
            for (int i = lots.size() - 1; i >= 0; i--) {
                Lot lot = lots.get(i);
                long part = Math.min(rest, lot.amount - lot.left);
                lot.left += part;
                rest -= part;
            }
        }

        /** A mistake is as if it had never been; what was used of it was used of the others. */
        void reverse(Random random) {
            List<Lot> possible =
                    lots.stream().filter(lot -> lot.amount <= available()).toList();
            if (possible.isEmpty()) {
                return;
            }
            Lot wrong = possible.get(random.nextInt(possible.size()));
            lots.remove(wrong);
            spend(wrong.amount - wrong.left);
        }

        long available() {
            return lots.stream().mapToLong(lot -> lot.left).sum();
        }

        long leftBefore(int day) {
            return lots.stream()
                    .filter(lot -> lot.day < day)
                    .mapToLong(lot -> lot.left)
                    .sum();
        }

        long earnedBefore(int day) {
            return lots.stream()
                    .filter(lot -> lot.day < day)
                    .mapToLong(lot -> lot.amount)
                    .sum();
        }
    }
}
