package org.linli.portal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.linli.portal.demo.Catalogue.Entry;
import org.linli.portal.demo.DemoContent.Story;
import org.linli.portal.demo.Diary.Slot;
import org.linli.portal.demo.OrderHistory.Cast;
import org.linli.portal.demo.People.Person;
import org.linli.portal.demo.People.Volunteer;
import org.linli.portal.demo.Tree.Node;

/** Orders of the last days, so that every demo sign-in finds something to do at once. */
final class LiveOrders {
    private static final Duration DAY = Duration.ofHours(24);

    private final Scene scene;
    private final Cast cast;
    private final Diary diary;
    private final OrderBook book;
    private final Chance chance = new Chance("live orders");

    LiveOrders(Scene scene, Cast cast, Diary diary, OrderBook book) {
        this.scene = scene;
        this.cast = cast;
        this.diary = diary;
        this.book = book;
    }

    void compose() {
        Person resident = cast.people().signedInAs("resident");
        Volunteer volunteer = cast.people().volunteerSignedInAs("volunteer");
        earlier(resident, volunteer);
        offered(resident, "plumbing", volunteer, 22);
        offered(other(resident), "appliance", volunteer, 95);
        accepted(resident, "appliance", volunteer);
        unreviewed(resident, "bloodpressure");
        inService(other(resident), "company");
        queue(resident.community(), List.of(4L, 13L, 34L, 61L, 118L, 190L, 305L));
        byPhone();
        late(other(resident));

        Person otherResident = cast.people().signedInAs("resident2");
        Volunteer otherVolunteer = cast.people().volunteerSignedInAs("volunteer2");
        offered(otherResident, "plumbing", otherVolunteer, 41);
        accepted(otherResident, "appliance", otherVolunteer);
        queue(otherResident.community(), List.of(9L, 47L, 160L));
    }

    /** Services that the resident and the volunteer remember. */
    private void earlier(Person resident, Volunteer volunteer) {
        for (int weeks : new int[] {11, 8, 6, 4, 2}) {
            Instant start = Period.at(scene.period().today().minusWeeks(weeks), 10 * 60);
            Slot slot = new Slot(start, start.plus(Duration.ofMinutes(150)));
            while (!diary.isFree(volunteer, slot)) {
                slot = new Slot(slot.from().plus(Duration.ofDays(1)), slot.to().plus(Duration.ofDays(1)));
            }
            Order order = order(
                    resident,
                    weeks % 4 == 0 ? "plumbing" : "appliance",
                    slot.from().minus(DAY),
                    slot);
            OrderLife life = begun(order, volunteer);
            Instant ended = slot.from().plus(chance.minutes(50, 110));
            life.complete(ended, order.story().journal());
            life.review(ended.plus(chance.minutes(20, 600)), 5, "李师傅手艺好，人也实在，谢谢！");
            life.store();
            if (weeks == 2) {
                atTheSameTime(other(resident), volunteer, slot);
            }
        }
    }

    /** A second service that began before the first had ended: its points are being checked. */
    private void atTheSameTime(Person neighbour, Volunteer volunteer, Slot first) {
        Slot slot = new Slot(first.from().plus(Duration.ofMinutes(15)), first.to());
        Order order = order(neighbour, "appliance", slot.from().minus(DAY), slot);
        OrderLife life = begun(order, volunteer);
        Instant ended = first.from().plus(Duration.ofMinutes(120));
        life.complete(ended, order.story().journal());
        life.review(ended.plus(chance.minutes(20, 600)), 5, "很快就修好了。");
        life.store();
    }

    private void offered(Person resident, String item, Volunteer volunteer, int minutesAgo) {
        Instant at = ago(minutesAgo);
        Slot slot = soon(volunteer, at.plus(DAY), item);
        OrderLife life =
                order(resident, item, at.minus(chance.minutes(12, 40)), slot).life();
        life.offer(at, volunteer, null);
        life.store();
    }

    private void accepted(Person resident, String item, Volunteer volunteer) {
        Instant placed = Period.at(scene.period().today().minusDays(1), 9 * 60 + 40);
        OrderLife life = order(
                        resident, item, placed, soon(volunteer, scene.period().now(), item))
                .life();
        life.offer(placed.plus(chance.minutes(20, 60)), volunteer, null);
        life.accept(placed.plus(chance.minutes(70, 200)));
        life.store();
    }

    /** Served this morning or yesterday, waiting for the resident's review. */
    private void unreviewed(Person resident, String item) {
        LocalDate today = scene.period().today();
        Instant morning = Period.at(today, 10 * 60);
        Instant from = morning.isBefore(ago(90)) ? morning : Period.at(today.minusDays(1), 16 * 60);
        Slot slot = new Slot(from, from.plus(Duration.ofHours(1)));
        Order order = order(resident, item, slot.from().minus(DAY), slot);
        OrderLife life = begun(order, somebodyFree(order));
        life.complete(slot.from().plus(chance.minutes(25, 40)), order.story().journal());
        life.store();
    }

    private void inService(Person resident, String item) {
        long halfHour = Duration.ofMinutes(30).toSeconds();
        Instant from = Instant.ofEpochSecond(ago(20).getEpochSecond() / halfHour * halfHour);
        Slot slot = new Slot(from, from.plus(Duration.ofMinutes(90)));
        Order order = order(resident, item, slot.from().minus(DAY), slot);
        begun(order, somebodyFree(order)).store();
    }

    private void queue(Node community, List<Long> minutesAgo) {
        for (long minutes : minutesAgo) {
            Person resident = chance.oneOf(cast.people().residents(community).stream()
                    .filter(person -> person.isKnownAt(ago(minutes)))
                    .toList());
            Entry entry = chance.oneOf(cast.catalogue().of(community));
            order(resident, entry.item().key(), ago(minutes), dayTime()).life().store();
        }
    }

    /** Placed by the grid worker for somebody of the grid. */
    private void byPhone() {
        Person worker = cast.people().signedInAs("grid");
        Node grid = cast.tree().grid(worker.home());
        Person principal = cast.people().residents(worker.community()).stream()
                .filter(person -> cast.tree().grid(person.home()).equals(grid)
                        && person.id() != cast.people().signedInAs("resident").id())
                .findFirst()
                .orElseThrow();
        Entry entry = cast.catalogue().entry(worker.community(), "hospital");
        String consent = scene.content().answer("CONSENT", chance);
        OrderRequest request =
                new OrderRequest(entry, principal, worker, consent, story(entry).request(), ago(75), dayTime());
        new OrderLife(scene, book, request).store();
    }

    /** Nobody dispatched it for two days: it has escalated to the street. */
    private void late(Person resident) {
        order(resident, "disabled", ago(60 * 51), dayTime()).life().store();
    }

    /** An order that somebody places for themselves. */
    private record Order(OrderLife life, Entry entry, Story story, OrderRequest request) {}

    private Order order(Person resident, String item, Instant at, Slot wanted) {
        Entry entry = cast.catalogue().entry(resident.community(), item);
        Story story = story(entry);
        OrderRequest request = OrderRequest.own(entry, resident, story.request(), at, wanted);
        return new Order(new OrderLife(scene, book, request), entry, story, request);
    }

    /** Offered, accepted and begun in the wanted time. */
    private OrderLife begun(Order order, Volunteer volunteer) {
        Instant placed = order.request().at();
        diary.note(volunteer, order.request().wanted());
        order.life().offer(placed.plus(chance.minutes(10, 60)), volunteer, null);
        order.life().accept(placed.plus(chance.minutes(70, 200)));
        order.life().checkIn(order.request().wanted().from().plus(chance.minutes(1, 4)));
        return order.life();
    }

    private Volunteer somebodyFree(Order order) {
        return cast.people().volunteers(order.request().community()).stream()
                .filter(candidate -> candidate.can(order.entry().item().skills())
                        && diary.isFree(candidate, order.request().wanted()))
                .findFirst()
                .orElseThrow();
    }

    private Slot soon(Volunteer volunteer, Instant after, String item) {
        Entry entry = cast.catalogue().entry(volunteer.person().community(), item);
        Slot slot = diary.findSoon(volunteer, after, entry.item().minutes());
        if (slot == null) {
            throw new IllegalStateException("no free time for a demo order");
        }
        diary.note(volunteer, slot);
        return slot;
    }

    /** Two hours of one of the next days. */
    private Slot dayTime() {
        Instant from = Period.at(scene.period().today().plusDays(chance.between(1, 3)), 30 * chance.between(17, 33));
        return new Slot(from, from.plus(Duration.ofHours(2)));
    }

    private Story story(Entry entry) {
        return chance.oneOf(scene.content().stories().stream()
                .filter(story -> story.item().equals(entry.item().key()))
                .toList());
    }

    private Person other(Person resident) {
        return chance.oneOf(cast.people().residents(resident.community()).stream()
                .filter(person -> person.id() != resident.id() && person.isKnownAt(ago(3 * 24 * 60)))
                .toList());
    }

    private Instant ago(long minutes) {
        return scene.period().now().minus(Duration.ofMinutes(minutes));
    }
}
