package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.portal.demo.Ledger.Fact;
import org.linli.portal.demo.Ledger.Got;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;
import org.linli.portal.demo.PointsRows.PointsHoldRow;
import org.linli.portal.demo.PointsRows.RedemptionRow;
import org.linli.portal.demo.Tree.Node;
import org.linli.portal.ledger.Receipt;

/** What volunteers took from the charity shops of the resettlement communities, and what waits there for them. */
final class ShopHistory {
    private static final Duration KEPT = Duration.ofDays(7);

    private final Scene scene;
    private final People people;
    private final Ledger ledger;
    private final Chance chance = new Chance("shop");
    private final Set<String> codes = new HashSet<>();

    ShopHistory(Scene scene, People people, Ledger ledger) {
        this.scene = scene;
        this.people = people;
        this.ledger = ledger;
    }

    void compose(List<Node> communities) {
        for (Node community : communities) {
            if (community.unit().isResettlement()) {
                Shelf shelf = new Shelf(scene, community, people.holder("SHOPKEEPER", community));
                List<Person> buyers = new ArrayList<>();
                boolean counter = community.name().equals("旺家社区");
                Instant until = scene.period().now().minus(counter ? KEPT.plusDays(1) : Duration.ZERO);
                for (Volunteer volunteer : people.volunteers(community)) {
                    spend(volunteer.person(), shelf, until);
                    buyers.add(volunteer.person());
                }
                if (counter) {
                    reserveNow(buyers, shelf);
                }
                shelf.store();
            }
        }
    }

    /** Goes through what somebody earned, spending some of it every now and then. */
    private void spend(Person person, Shelf shelf, Instant until) {
        long earned = 0;
        long spent = 0;
        Instant free = Instant.MIN;
        List<Got> earnings = ledger.earnings(person);
        for (int i = 0; i < earnings.size(); i++) {
            earned += earnings.get(i).amount();
            Instant at = Period.inOfficeHours(earnings.get(i).at().plus(chance.minutes(120, 60 * 40)));
            boolean beforeNext =
                    i + 1 == earnings.size() || at.isBefore(earnings.get(i + 1).at());
            if (!beforeNext || at.isBefore(free) || at.isAfter(until) || !chance.happens(0.45)) {
                continue;
            }
            Reservation reservation = reserve(person, shelf, earned - spent, at);
            if (reservation != null) {
                spent += reservation.settle();
                free = at.plus(KEPT);
            }
        }
    }

    /** Reservations of the last hours for the shopkeeper's counter, one of them by the demo volunteer. */
    private void reserveNow(List<Person> buyers, Shelf shelf) {
        Person first = people.signedInAs("volunteer");
        int waiting = 0;
        int minutes = 20;
        List<Person> inTurn = new ArrayList<>(buyers);
        inTurn.sort((a, b) -> Boolean.compare(b.equals(first), a.equals(first)));
        for (Person person : inTurn) {
            Instant at = scene.period().now().minus(Duration.ofMinutes(minutes));
            boolean quiet = ledger.earnings(person).stream()
                    .allMatch(earning -> earning.at().isBefore(at));
            // half of it stays for the visitor to spend
            long budget = quiet && waiting < 4 ? ledger.balance(person) / 2 : 0;
            Reservation reservation = reserve(person, shelf, budget, at);
            if (reservation != null) {
                reservation.store("RESERVED", null, null);
                waiting++;
                minutes += 75;
            }
        }
    }

    private @Nullable Reservation reserve(Person person, Shelf shelf, long budget, Instant at) {
        Shelf.Good good = shelf.affordable(budget, chance);
        if (good == null) {
            return null;
        }
        int quantity = good.price() <= 1_000 && budget >= 2 * good.price() ? 2 : 1;
        Reservation reservation = new Reservation(person, shelf, good, quantity, at);
        reservation.open();
        return reservation;
    }

    /** One redemption, from the reservation to its end. */
    private final class Reservation {
        private final Person person;
        private final Shelf shelf;
        private final Shelf.Good good;
        private final int quantity;
        private final Instant at;
        private final long id;
        private final long holdId;

        Reservation(Person person, Shelf shelf, Shelf.Good good, int quantity, Instant at) {
            this.person = person;
            this.shelf = shelf;
            this.good = good;
            this.quantity = quantity;
            this.at = at;
            this.id = scene.ids().at(at);
            this.holdId = scene.ids().at(at);
        }

        private long total() {
            return good.price() * quantity;
        }

        void open() {
            ledger.hold(person, total(), new Fact("HOLD", holdId, at, person.id(), bought()));
            shelf.take(good, quantity, id, at, person);
        }

        /** Ends it as chance has it and time permits; what it cost in the end. */
        long settle() {
            int outcome = chance.between(1, 100);
            Instant later = inShopHours(at.plus(chance.minutes(60, 60 * 70)));
            if (outcome <= 9) {
                Instant cancelled = at.plus(chance.minutes(10, 600));
                return giveBack("CANCELLED", cancelled, person);
            }
            if (outcome <= 15) {
                return giveBack("EXPIRED", at.plus(KEPT), null);
            }
            if (!scene.period().isPast(later)) {
                store("RESERVED", null, null);
                return total();
            }
            ledger.capture(
                    person,
                    total(),
                    new Fact("CAPTURE", holdId, later, shelf.keeper().id(), null));
            store("PICKED_UP", later, shelf.keeper());
            return total();
        }

        private long giveBack(String status, Instant when, @Nullable Person by) {
            if (!scene.period().isPast(when)) {
                store("RESERVED", null, null);
                return total();
            }
            ledger.release(
                    person, total(), new Fact("RELEASE", holdId, when, by == null ? null : by.id(), returned(status)));
            shelf.putBack(good, quantity, id, when, by);
            store(status, when, by);
            return 0;
        }

        private String bought() {
            return Receipt.of("redemption", 1)
                    .with("item", good.reward().nameZh())
                    .with("itemEn", good.reward().nameEn())
                    .with("price", good.price())
                    .with("quantity", quantity)
                    .with("amount", total())
                    .toJson();
        }

        private String returned(String outcome) {
            return Receipt.of("redemption-returned", 1)
                    .with("item", good.reward().nameZh())
                    .with("itemEn", good.reward().nameEn())
                    .with("quantity", quantity)
                    .with("outcome", outcome)
                    .with("amount", total())
                    .toJson();
        }

        void store(String status, @Nullable Instant settledAt, @Nullable Person by) {
            String hold = status.equals("RESERVED") ? "OPEN" : status.equals("PICKED_UP") ? "CAPTURED" : "RELEASED";
            scene.rows().add(new PointsHoldRow(holdId, ledger.member(person, at), total(), hold, at, settledAt));
            String code = pickupCode();
            scene.rows()
                    .add(new RedemptionRow(
                            id,
                            person.community().id(),
                            good.id(),
                            person.id(),
                            quantity,
                            total(),
                            status,
                            code,
                            status.equals("RESERVED") ? code : null,
                            holdId,
                            at,
                            at.plus(KEPT),
                            settledAt,
                            by == null ? null : by.id(),
                            status.equals("CANCELLED") ? scene.content().answer("CANCEL_REDEMPTION", chance) : ""));
        }
    }

    private String pickupCode() {
        String code = chance.digits(8);
        while (!codes.add(code)) {
            code = chance.digits(8);
        }
        return code;
    }

    /** The shop is open from nine to five. */
    private static Instant inShopHours(Instant instant) {
        var local = instant.atZone(Period.ZONE);
        LocalDate day = local.toLocalDate();
        int minute = local.getHour() * 60 + local.getMinute();
        if (minute < 9 * 60) {
            return Period.at(day, 9 * 60 + minute % 60);
        }
        return minute < 17 * 60 ? instant : Period.at(day.plusDays(1), 9 * 60 + minute % 60);
    }
}
